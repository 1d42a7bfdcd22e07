package io.treehouse.inference.classify;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.inference.errormatrix.AreaCorrection;
import io.treehouse.inference.errormatrix.ModelErrors;
import io.treehouse.inference.landcover.AreaEstimates;
import io.treehouse.inference.landcover.AreaMethod;
import io.treehouse.inference.landcover.LandCover;
import io.treehouse.inference.sample.AccuracyAssessment;
import io.treehouse.inference.sample.LabelledSample;
import io.treehouse.inference.sample.Stratum;
import io.treehouse.inference.zone.ZoneCover;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The areas of a tile with their uncertainty. Immutable.
 *
 * @param tile areas of the whole tile; null if they cannot be estimated
 * @param methods how they were estimated; empty if they were not
 * @param zones the zones with their areas; null without zones
 */
record TileAreas(AreaEstimates tile, List<AreaMethod> methods, List<ZoneCover> zones) {
    /**
     * Estimates the areas: those of the tile from a sample of it if there is one, all else from what is known of the model.
     *
     * @param errors what is known of the model's errors
     * @param sample a labelled sample of the tile's class map
     * @param cover the tile's cover
     * @param zones the cover of its zones; null without zones
     * @throws InputProblem if the sample is of another map
     */
    static TileAreas of(
            Optional<ModelErrors> errors, Optional<LabelledSample> sample, LandCover cover, List<ZoneCover> zones) {
        TileAreas modelled = modelled(errors, cover, zones);
        return sample.isEmpty() ? modelled : modelled.with(sampled(sample.get(), cover));
    }

    private static AccuracyAssessment sampled(LabelledSample sample, LandCover cover) {
        for (SurfaceClass surface : SurfaceClass.all()) {
            long drawnFrom = sample.strata().stream()
                    .filter(stratum -> stratum.mapClass() == surface)
                    .mapToLong(Stratum::pixels)
                    .sum();
            if (drawnFrom != cover.of(surface).pixels()) {
                throw new InputProblem(
                        Kind.INVALID_DOCUMENT,
                        "The sample is of another class map: it was drawn from %d pixels of %s, this tile has %d"
                                .formatted(
                                        drawnFrom,
                                        surface.label(),
                                        cover.of(surface).pixels()),
                        "Draw the sample from the class map that the same model makes of this tile");
            }
        }
        return AccuracyAssessment.of(sample);
    }

    /** The same zones, and the tile's areas from a sample; the model's method stays where zones need it. */
    private TileAreas with(AccuracyAssessment assessment) {
        List<AreaMethod> both = new ArrayList<>(List.of(assessment.method()));
        if (zones != null) {
            both.addAll(methods);
        }
        return new TileAreas(assessment.areaEstimates(), both, zones);
    }

    private static TileAreas modelled(Optional<ModelErrors> errors, LandCover cover, List<ZoneCover> zones) {
        if (errors.isEmpty() || cover.valid().areaM2() == null) {
            return new TileAreas(null, List.of(), zones);
        }
        double[] countedM2 = byCode(surface -> cover.of(surface).areaM2());
        AreaCorrection correction = new AreaCorrection(errors.get(), countedM2);
        return new TileAreas(
                correction.estimate(countedM2),
                List.of(errors.get().method()),
                zones == null
                        ? null
                        : zones.stream()
                                .map(zone -> estimated(zone, correction))
                                .toList());
    }

    private static ZoneCover estimated(ZoneCover zone, AreaCorrection correction) {
        return zone.withAreaEstimates(correction.estimate(
                byCode(surface -> zone.classes().get(surface.label()).areaM2())));
    }

    private static double[] byCode(ToDoubleFunction<SurfaceClass> area) {
        return SurfaceClass.all().stream().mapToDouble(area).toArray();
    }
}
