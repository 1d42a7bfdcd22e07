package io.treehouse.inference.compare;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.inference.compare.ChangeSample.Change;
import io.treehouse.inference.landcover.AreaEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Areas of changes from a stratified sample: bias-corrected, with standard errors (Olofsson et al. 2014, Remote Sensing of
 * Environment 148, equations 9 to 11). Strata are the pairs of mapped classes, classes are the pairs of true ones.
 */
final class ChangeAreas implements ChangeEstimator {
    private static final int FEWEST_POINTS = 2;

    private final ChangeTable table;
    private final ChangeSample sample;
    private final List<Change> strata = new ArrayList<>();

    /** @throws InputProblem if a pair of mapped classes that has an area has no or one point, or one without area has any */
    ChangeAreas(ChangeTable table, ChangeSample sample) {
        this.table = table;
        this.sample = sample;
        List<String> tooFew = new ArrayList<>();
        List<String> elsewhere = new ArrayList<>();
        for (SurfaceClass before : SurfaceClass.all()) {
            for (SurfaceClass after : SurfaceClass.all()) {
                Change change = new Change(before, after);
                if (mappedM2(change) > 0) {
                    strata.add(change);
                    if (sample.inStratum(change) < FEWEST_POINTS) {
                        tooFew.add(before.label() + " → " + after.label());
                    }
                } else if (sample.inStratum(change) > 0) {
                    elsewhere.add(before.label() + " → " + after.label());
                }
            }
        }
        if (!elsewhere.isEmpty()) {
            throw new InputProblem(
                    Kind.INVALID_DOCUMENT,
                    "The change sample has points in " + String.join(", ", elsewhere)
                            + ", which the maps show nowhere on the compared ground",
                    "Give the sample that was drawn from these two maps");
        }
        if (!tooFew.isEmpty()) {
            throw new InputProblem(
                    Kind.INVALID_DOCUMENT,
                    "The change sample has fewer than two points in " + String.join(", ", tooFew),
                    "Label at least two points, better 50, in every pair of classes of the change matrix");
        }
    }

    @Override
    public AreaEstimate area(Predicate<Change> reference) {
        double area = 0;
        double variance = 0;
        for (Change stratum : strata) {
            double points = sample.inStratum(stratum);
            double share = sample.count(stratum, reference) / points;
            area += mappedM2(stratum) * share;
            variance += Math.pow(mappedM2(stratum), 2) * share * (1 - share) / (points - 1);
        }
        return AreaEstimate.normal(area, Math.sqrt(variance), table.comparedM2());
    }

    private double mappedM2(Change change) {
        return table.areaM2()[change.before().code()][change.after().code()];
    }
}
