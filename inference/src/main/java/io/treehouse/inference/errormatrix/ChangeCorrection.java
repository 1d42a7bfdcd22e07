package io.treehouse.inference.errormatrix;

import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.inference.landcover.AreaEstimate;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Corrects the areas of changes between two maps of one place for the errors that their model is known to make. Two maps
 * disagree wherever either is wrong: for each replicate of P(map | reference), the true shares of the pairs of classes before
 * and after are those that make the counted pairs most likely, with the EM algorithm of {@link ClassShares}. The chance of a
 * pair of mapped classes is the product of those of its two; where the ground did not change, errors of a part of it, the
 * correlation, are the same on both maps. Immutable and thread-safe.
 */
public final class ChangeCorrection {
    private static final int CLASSES = SurfaceClass.COUNT;
    private static final int PAIRS = CLASSES * CLASSES;

    /** Changes that did not happen are many of the pairs, and must come close to 0. */
    private static final int STEPS = 400;

    private final ModelErrors errors;
    private final double[] countedM2;
    private final double totalM2;
    private final boolean isExactAfter;
    private final List<double[]> truths;

    /**
     * Corrects a change matrix.
     *
     * @param errors of the model that made the maps
     * @param countedM2 {@code [before][after]} area of each pair of classes, at least one above 0
     * @param correlation part of the unchanged ground where both maps err alike, 0…1
     * @param isExactAfter whether the second map has no errors, as a plan has none
     */
    public ChangeCorrection(ModelErrors errors, double[][] countedM2, double correlation, boolean isExactAfter) {
        this.errors = errors;
        this.countedM2 = new double[PAIRS];
        double total = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            this.countedM2[pair] = countedM2[pair / CLASSES][pair % CLASSES];
            total += this.countedM2[pair];
        }
        totalM2 = total;
        this.isExactAfter = isExactAfter;
        double[] shares = new double[PAIRS];
        for (int pair = 0; pair < PAIRS; pair++) {
            shares[pair] = this.countedM2[pair] / total;
        }
        truths = errors.replicates().stream()
                .map(replicate -> ClassShares.solve(
                        shares,
                        isExactAfter ? pairs(replicate, identity(), 0) : pairs(replicate, replicate, correlation),
                        STEPS))
                .toList();
    }

    /** P(mapped pair | true pair). */
    private static double[][] pairs(double[][] before, double[][] after, double correlation) {
        double[][] pairs = new double[PAIRS][PAIRS];
        for (int truth = 0; truth < PAIRS; truth++) {
            int first = truth / CLASSES;
            int second = truth % CLASSES;
            for (int map = 0; map < PAIRS; map++) {
                double apart = before[first][map / CLASSES] * after[second][map % CLASSES];
                double alike = map / CLASSES == map % CLASSES ? before[first][map / CLASSES] : 0;
                pairs[truth][map] = first == second ? (1 - correlation) * apart + correlation * alike : apart;
            }
        }
        return pairs;
    }

    private static double[][] identity() {
        double[][] identity = new double[CLASSES][CLASSES];
        for (int i = 0; i < CLASSES; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }

    /** Area of the changes of some kind, at least one, given by the classes before and after; its interval holds the counted area. */
    public AreaEstimate area(BiPredicate<SurfaceClass, SurfaceClass> changes) {
        boolean[] wanted = new boolean[PAIRS];
        double counted = 0;
        int classes = 0;
        for (SurfaceClass before : SurfaceClass.all()) {
            for (SurfaceClass after : SurfaceClass.all()) {
                int pair = before.code() * CLASSES + after.code();
                wanted[pair] = changes.test(before, after);
                counted += wanted[pair] ? countedM2[pair] : 0;
                classes |= wanted[pair] ? ClassSet.of(before, after).bits() : 0;
            }
        }
        double[] areas =
                truths.stream().mapToDouble(truth -> areaM2(truth, wanted)).toArray();
        return errors.areas(new ClassSet(classes), mostM2(changes)).of(areas, counted);
    }

    /** What such changes can cover: where the second map is exact, no more than it has of the classes that they end with. */
    private double mostM2(BiPredicate<SurfaceClass, SurfaceClass> changes) {
        double most = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            SurfaceClass after = SurfaceClass.all().get(pair % CLASSES);
            boolean isPossible =
                    !isExactAfter || SurfaceClass.all().stream().anyMatch(before -> changes.test(before, after));
            most += isPossible ? countedM2[pair] : 0;
        }
        return most;
    }

    private double areaM2(double[] truth, boolean[] wanted) {
        double area = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            area += wanted[pair] ? truth[pair] * totalM2 : 0;
        }
        return area;
    }
}
