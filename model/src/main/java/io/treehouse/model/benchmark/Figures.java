package io.treehouse.model.benchmark;

import java.util.List;
import java.util.stream.IntStream;

/** Statistics of rounds. */
public final class Figures {
    private Figures() {}

    /** The value in the middle; of an even number of values the mean of the two in the middle. */
    public static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The median of the ratios of paired values. */
    public static double medianRatio(List<Double> dividends, List<Double> divisors) {
        return median(IntStream.range(0, dividends.size())
                .mapToObj(i -> dividends.get(i) / divisors.get(i))
                .toList());
    }

    /** The geometric mean. */
    public static double geometricMean(List<Double> values) {
        return Math.exp(values.stream().mapToDouble(Math::log).average().orElseThrow());
    }

    /** The smallest value that a share of all does not exceed (nearest rank), of at least one ascending value. */
    public static long percentile(long[] ascending, int percent) {
        int rank = (ascending.length * percent + 99) / 100;
        return ascending[rank - 1];
    }
}
