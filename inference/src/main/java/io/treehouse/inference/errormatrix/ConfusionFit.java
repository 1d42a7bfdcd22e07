package io.treehouse.inference.errormatrix;

import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.model.bundle.ErrorMatrix;

/**
 * The confusion matrix of a place whose labels are sets of classes, by maximum likelihood with the EM algorithm (Dempster,
 * Laird and Rubin 1977): each step shares the pixels of a label out among the classes that it allows, in proportion to the
 * matrix so far. Where no label separates two classes, many matrices are equally likely; from a start close to the
 * identity the algorithm ends at one that believes the map within the label.
 */
final class ConfusionFit {
    private static final int CLASSES = SurfaceClass.COUNT;
    private static final int STEPS = 100;
    private static final double START_ERRORS = 0.01;

    private ConfusionFit() {}

    /** Shares of the labelled pixels, {@code [reference, map]}; their sum is 1. */
    static double[][] joint(ErrorMatrix errors) {
        double[][] joint = start(mapShares(errors));
        for (int step = 0; step < STEPS; step++) {
            joint = step(errors, joint);
        }
        return joint;
    }

    /** Share of each class in the map of a place. */
    static double[] mapShares(ErrorMatrix errors) {
        double[] shares = new double[CLASSES];
        double pixels = pixels(errors);
        for (ErrorMatrix.Row row : errors.rows()) {
            for (int map = 0; map < CLASSES; map++) {
                shares[map] += row.predicted().get(map) / pixels;
            }
        }
        return shares;
    }

    /** Labelled pixels of a place. */
    static double pixels(ErrorMatrix errors) {
        return errors.rows().stream()
                .flatMap(row -> row.predicted().stream())
                .mapToDouble(Long::doubleValue)
                .sum();
    }

    private static double[][] start(double[] mapShares) {
        double[][] joint = new double[CLASSES][CLASSES];
        for (int reference = 0; reference < CLASSES; reference++) {
            for (int map = 0; map < CLASSES; map++) {
                double correct = reference == map ? 1 - START_ERRORS : 0;
                joint[reference][map] = mapShares[map] * (correct + START_ERRORS / CLASSES);
            }
        }
        return joint;
    }

    private static double[][] step(ErrorMatrix errors, double[][] joint) {
        double[][] next = new double[CLASSES][CLASSES];
        double pixels = pixels(errors);
        for (ErrorMatrix.Row row : errors.rows()) {
            for (int map = 0; map < CLASSES; map++) {
                shareOut(row.label(), map, row.predicted().get(map) / pixels, joint, next);
            }
        }
        return next;
    }

    private static void shareOut(ClassSet label, int map, double share, double[][] joint, double[][] next) {
        double sum = 0;
        for (SurfaceClass reference : label.classes()) {
            sum += joint[reference.code()][map];
        }
        for (SurfaceClass reference : label.classes()) {
            double part = sum > 0
                    ? joint[reference.code()][map] / sum
                    : 1.0 / label.classes().size();
            next[reference.code()][map] += share * part;
        }
    }
}
