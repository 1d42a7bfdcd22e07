package io.treehouse.inference.errormatrix;

import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.inference.landcover.AreaMethod;
import io.treehouse.model.bundle.ErrorMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What a model makes of each class, as it showed at places with labels: P(map class | true class). Users' accuracies, its
 * converse, depend on how much of each class there is and are not carried from place to place. How this differs between
 * places is kept as a set of replicates: each takes, for each true class, the row of one place drawn from those that have
 * the class (a bootstrap over places, Efron and Tibshirani 1993). Seeded; immutable and thread-safe.
 */
public final class ModelErrors {
    private static final int CLASSES = SurfaceClass.COUNT;
    private static final int LEAST_PLACES = 5;
    private static final int REPLICATES = 500;

    /** One place says nothing of how places differ; two say the least that can be said. */
    private static final double LEAST_EFFECTIVE = 2;

    private static final long SEED = 20_261_129L;

    /** A class that covers this share of a place or more shows there how it fares; of a rarer one the place shows less. */
    private static final double FULL_SHARE = 0.05;

    /** The mean of all places counts as much as this share of a place: rows of a few pixels stay near it. */
    private static final double MEAN_SHARE = 0.01;

    private final List<ClassSet> groups;
    private final int places;
    private final double[] effectivePlaces;
    private final List<double[][]> replicates;

    private ModelErrors(List<ClassSet> groups, double[][] weights, List<double[][]> replicates) {
        this.groups = groups;
        this.places = weights[0].length;
        this.effectivePlaces =
                Arrays.stream(weights).mapToDouble(ModelErrors::effectiveNumber).toArray();
        this.replicates = replicates;
    }

    /** What is known from error matrices; empty with fewer than five places, or if a class occurs at none. */
    public static Optional<ModelErrors> of(List<ErrorMatrix> errors) {
        List<double[][]> joints = errors.stream().map(ConfusionFit::joint).toList();
        double[][] weights = weights(joints);
        for (double[] ofClass : weights) {
            if (sum(ofClass) == 0) {
                return Optional.empty();
            }
        }
        if (errors.size() < LEAST_PLACES) {
            return Optional.empty();
        }
        return Optional.of(new ModelErrors(ClassGroups.of(errors), weights, replicates(joints, weights)));
    }

    /** {@code [class, place]}: how much a place tells of a class. */
    private static double[][] weights(List<double[][]> joints) {
        double[][] weights = new double[CLASSES][joints.size()];
        for (int reference = 0; reference < CLASSES; reference++) {
            for (int place = 0; place < joints.size(); place++) {
                weights[reference][place] = Math.min(FULL_SHARE, sum(joints.get(place)[reference]));
            }
        }
        return weights;
    }

    /** How many equal weights vary as these do (Kish 1965, section 11.7). */
    private static double effectiveNumber(double[] weights) {
        double squares = Arrays.stream(weights).map(weight -> weight * weight).sum();
        return sum(weights) * sum(weights) / squares;
    }

    private static List<double[][]> replicates(List<double[][]> joints, double[][] weights) {
        double[][] mean = new double[CLASSES][];
        for (int reference = 0; reference < CLASSES; reference++) {
            mean[reference] = meanRow(reference, joints, weights[reference]);
        }
        SplittableRandom random = new SplittableRandom(SEED);
        List<double[][]> replicates = new ArrayList<>();
        for (int i = 0; i < REPLICATES; i++) {
            double[][] replicate = new double[CLASSES][];
            for (int reference = 0; reference < CLASSES; reference++) {
                double[] row = joints.get(drawn(weights[reference], random))[reference];
                replicate[reference] = smoothed(row, mean[reference]);
            }
            replicates.add(replicate);
        }
        return List.copyOf(replicates);
    }

    private static double[] meanRow(int reference, List<double[][]> joints, double[] weights) {
        double[] mean = new double[CLASSES];
        for (int place = 0; place < weights.length; place++) {
            double[] row = joints.get(place)[reference];
            double share = sum(row);
            for (int map = 0; map < CLASSES && share > 0; map++) {
                mean[map] += weights[place] / sum(weights) * row[map] / share;
            }
        }
        return mean;
    }

    private static int drawn(double[] weights, SplittableRandom random) {
        double left = random.nextDouble() * sum(weights);
        int last = 0;
        for (int place = 0; place < weights.length; place++) {
            if (weights[place] > 0) {
                last = place;
                left -= weights[place];
                if (left < 0) {
                    return place;
                }
            }
        }
        return last;
    }

    private static double[] smoothed(double[] row, double[] mean) {
        double[] smoothed = new double[CLASSES];
        for (int map = 0; map < CLASSES; map++) {
            smoothed[map] = (row[map] + MEAN_SHARE * mean[map]) / (sum(row) + MEAN_SHARE);
        }
        return smoothed;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** Replicates of P(map | reference), each {@code [reference, map]} with rows that sum to 1; not to be changed. */
    List<double[][]> replicates() {
        return replicates;
    }

    /**
     * Areas from these replicates.
     *
     * @param classes those that the area is about; it is known as little as that which the fewest places have
     * @param totalM2 area of all classes together
     */
    ReplicatedArea areas(ClassSet classes, double totalM2) {
        double fewest = classes.classes().stream()
                .mapToDouble(surface -> effectivePlaces[surface.code()])
                .min()
                .orElseThrow();
        return new ReplicatedArea(Math.max(LEAST_EFFECTIVE, fewest), totalM2);
    }

    /** Classes that are estimated together. */
    List<ClassSet> groups() {
        return groups;
    }

    /** Whether labels told each class apart from all others, so that none is estimated together with another. */
    public boolean tellsAllClassesApart() {
        return groups.size() == CLASSES;
    }

    /** The method in words. */
    public AreaMethod method() {
        return new AreaMethod(
                AreaMethod.Name.MODEL_BASED,
                "Model-based, method (b): shares of the classes solved from the map and P(map class | true class) at places"
                        + " with labels; prediction intervals of a new place, from 500 draws of places",
                "place",
                places,
                true,
                List.of(
                        "The model errs here as at one of the places with labels, class by class",
                        "Within the tile its errors are spread evenly over the pixels of a mapped class",
                        "Labels are right, and where they leave a choice of classes the map is right within it"));
    }
}
