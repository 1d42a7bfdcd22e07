package io.treehouse.inference.propagation;

import io.treehouse.inference.propagation.UncertainValue.Simulated;
import java.util.Arrays;

/** Mean, standard deviation and percentiles of draws. */
final class DrawSummary {
    private DrawSummary() {}

    /** @param value the figure that percentages are of */
    static Simulated of(double value, double[] draws) {
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        double mean = Arrays.stream(sorted).average().orElseThrow();
        double squares = Arrays.stream(sorted).map(x -> (x - mean) * (x - mean)).sum();
        double half90 = (percentile(sorted, 0.95) - percentile(sorted, 0.05)) / 2;
        return new Simulated(
                mean,
                Math.sqrt(squares / (sorted.length - 1)),
                percentile(sorted, 0.025),
                percentile(sorted, 0.975),
                half90,
                UncertainValue.percent(half90, value));
    }

    /** Linear between order statistics (Hyndman and Fan 1996, type 7). */
    private static double percentile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
