package io.treehouse.inference.compare;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.inference.carbon.AreaErrors;
import io.treehouse.inference.carbon.ClassArea;
import io.treehouse.inference.carbon.ClassArea.Source;
import io.treehouse.inference.carbon.Zone;
import io.treehouse.inference.carbon.document.ClassifiedResult;
import io.treehouse.inference.carbon.document.MeasuredArea;
import io.treehouse.inference.carbon.document.MeasuredArea.Corrected;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * Areas of the compared ground in one state, with their errors. A result's corrected areas are of its whole tile: where
 * the compared ground is the tile they are taken as they are, where it is a part, areas are as counted, with the error that
 * the tile's counted area has, in proportion.
 */
final class StateAreas {
    private static final double SAME_AREA = 1e-3;
    private static final double SAME_MAP = 0.01;
    private static final String ZONE = "compared";

    private final AreaErrors errors;
    private final OptionalDouble assumedErrorPercent;

    StateAreas(String state, double errorCorrelation, OptionalDouble assumedErrorPercent) {
        errors = new AreaErrors(state, 1, errorCorrelation);
        this.assumedErrorPercent = assumedErrorPercent;
    }

    /** A plan: its areas have no error. */
    Zone planned(ToDoubleFunction<SurfaceClass> countedM2) {
        Map<SurfaceClass, ClassArea> areas = new EnumMap<>(SurfaceClass.class);
        for (SurfaceClass surface : SurfaceClass.all()) {
            areas.put(surface, area(surface, countedM2.applyAsDouble(surface), 0, Source.PLANNED));
        }
        return zone(areas);
    }

    /**
     * A classified state.
     *
     * @param mapM2 area of each class in the whole map, to see whether the result is of it
     * @param countedM2 area of each class on the compared ground
     * @throws InputProblem if the result is of another map
     */
    Zone classified(
            Optional<ClassifiedResult> result,
            ToDoubleFunction<SurfaceClass> mapM2,
            ToDoubleFunction<SurfaceClass> countedM2) {
        result.ifPresent(given -> requireSameMap(given, mapM2));
        boolean whole = result.filter(given -> isWhole(given, countedM2)).isPresent();
        Map<SurfaceClass, ClassArea> areas = new EnumMap<>(SurfaceClass.class);
        for (SurfaceClass surface : SurfaceClass.all()) {
            double counted = countedM2.applyAsDouble(surface);
            areas.put(
                    surface,
                    result.map(given -> given.whole().areas().get(surface))
                            .filter(tile -> tile.corrected().isPresent())
                            .map(tile -> corrected(surface, counted, tile, whole))
                            .orElseGet(() -> counted(surface, counted)));
        }
        return zone(areas);
    }

    private static void requireSameMap(ClassifiedResult result, ToDoubleFunction<SurfaceClass> mapM2) {
        double all = result.whole().validM2();
        for (SurfaceClass surface : SurfaceClass.all()) {
            double stated = result.whole().areas().get(surface).countedM2();
            if (Math.abs(stated - mapM2.applyAsDouble(surface)) > SAME_MAP * all) {
                throw new InputProblem(
                        Kind.INVALID_DOCUMENT,
                        "The result '%s' has %.0f m² of %s, its class map %.0f m²"
                                .formatted(
                                        result.provenance().id(),
                                        stated,
                                        surface.label(),
                                        mapM2.applyAsDouble(surface)),
                        "Give with each class map the result that was written with it");
            }
        }
    }

    private static boolean isWhole(ClassifiedResult result, ToDoubleFunction<SurfaceClass> countedM2) {
        double comparedM2 = SurfaceClass.all().stream().mapToDouble(countedM2).sum();
        double validM2 = result.whole().validM2();
        return Math.abs(comparedM2 - validM2) <= SAME_AREA * validM2;
    }

    private ClassArea corrected(SurfaceClass surface, double countedM2, MeasuredArea tile, boolean whole) {
        Corrected corrected = tile.corrected().orElseThrow();
        if (whole) {
            Source source = corrected.designBased() ? Source.DESIGN_BASED : Source.MODEL_BASED;
            return new ClassArea(
                    errors.area(surface, ZONE, corrected.areaM2(), corrected.standardErrorM2()), countedM2, source);
        }
        // Root mean square of what is wrong with the counted area: its bias and what is not known of that.
        double errorM2 = Math.hypot(corrected.standardErrorM2(), tile.countedM2() - corrected.areaM2());
        double part = tile.countedM2() == 0 ? 0 : countedM2 / tile.countedM2();
        return area(surface, countedM2, part * errorM2, Source.COUNTED_WITH_ASSUMED_ERROR);
    }

    private ClassArea counted(SurfaceClass surface, double countedM2) {
        return area(
                surface,
                countedM2,
                assumedErrorPercent.orElse(0) / 100 * countedM2,
                assumedErrorPercent.isPresent() ? Source.COUNTED_WITH_ASSUMED_ERROR : Source.COUNTED);
    }

    private ClassArea area(SurfaceClass surface, double countedM2, double errorM2, Source source) {
        return new ClassArea(errors.area(surface, ZONE, countedM2, errorM2), countedM2, source);
    }

    private static Zone zone(Map<SurfaceClass, ClassArea> areas) {
        double validM2 =
                areas.values().stream().mapToDouble(ClassArea::countedM2).sum();
        return new Zone(ZONE, null, validM2, areas);
    }
}
