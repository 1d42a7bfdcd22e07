package io.treehouse.inference.errormatrix;

import java.util.Arrays;

/**
 * True shares of the classes of a map whose errors are known, by maximum likelihood: the EM algorithm for a mixture of
 * known parts (Richardson 1972; Vardi and Lee 1993). Unlike the inverse of the matrix it never gives a share below 0.
 */
final class ClassShares {
    private static final int STEPS = 100;

    private ClassShares() {}

    /**
     * Solves for the shares, to what the areas of a tile need.
     *
     * @see #solve(double[], double[][], int)
     */
    static double[] solve(double[] mapShares, double[][] transition) {
        return solve(mapShares, transition, STEPS);
    }

    /**
     * Solves for the shares.
     *
     * @param mapShares share of each class in the map; their sum is 1
     * @param transition P(map | reference), {@code [reference, map]}
     * @param steps steps of the algorithm; a share that is 0 is approached slowly
     * @return share of each reference class; their sum is 1
     */
    static double[] solve(double[] mapShares, double[][] transition, int steps) {
        int classes = mapShares.length;
        double[] shares =
                Arrays.stream(mapShares).map(s -> 0.5 * s + 0.5 / classes).toArray();
        for (int step = 0; step < steps; step++) {
            double[] ratios = ratios(mapShares, transition, shares);
            double total = 0;
            for (int reference = 0; reference < classes; reference++) {
                double factor = 0;
                for (int map = 0; map < classes; map++) {
                    factor += transition[reference][map] * ratios[map];
                }
                shares[reference] *= factor;
                total += shares[reference];
            }
            for (int reference = 0; reference < classes; reference++) {
                shares[reference] /= total;
            }
        }
        return shares;
    }

    /** Share of each class in the map over the share that was to be expected. */
    private static double[] ratios(double[] mapShares, double[][] transition, double[] shares) {
        double[] ratios = new double[mapShares.length];
        for (int map = 0; map < ratios.length; map++) {
            double expected = 0;
            for (int reference = 0; reference < shares.length; reference++) {
                expected += shares[reference] * transition[reference][map];
            }
            ratios[map] = expected > 0 ? mapShares[map] / expected : 0;
        }
        return ratios;
    }
}
