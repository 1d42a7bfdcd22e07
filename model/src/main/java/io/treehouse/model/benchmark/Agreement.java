package io.treehouse.model.benchmark;

import io.treehouse.datasets.scheme.SurfaceClass;

/**
 * How far two answers for one tile agree.
 *
 * @param sameClass share of pixels with the same most probable class, 0…1
 * @param largestProbabilityDifference over all pixels and classes
 */
public record Agreement(double sameClass, double largestProbabilityDifference) {
    /** Compares probabilities {@code [height, width, 5]}. */
    static Agreement of(float[] first, float[] second) {
        int pixels = first.length / SurfaceClass.COUNT;
        int same = 0;
        for (int pixel = 0; pixel < pixels; pixel++) {
            same += mostProbable(first, pixel) == mostProbable(second, pixel) ? 1 : 0;
        }
        double largest = 0;
        for (int i = 0; i < first.length; i++) {
            largest = Math.max(largest, Math.abs(first[i] - second[i]));
        }
        return new Agreement((double) same / pixels, largest);
    }

    private static int mostProbable(float[] probabilities, int pixel) {
        int start = pixel * SurfaceClass.COUNT;
        int best = 0;
        for (int c = 1; c < SurfaceClass.COUNT; c++) {
            best = probabilities[start + c] > probabilities[start + best] ? c : best;
        }
        return best;
    }
}
