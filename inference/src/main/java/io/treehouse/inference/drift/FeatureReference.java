package io.treehouse.inference.drift;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How a feature was distributed over the pictures of a reference: a histogram whose bins are deciles, with one bin below
 * the least value seen and one above the largest.
 *
 * @param mean mean over pictures
 * @param standardDeviation standard deviation over pictures
 * @param edges least value, deciles and largest value, ascending without repetition
 * @param counts pictures in each bin; a bin includes its upper edge, the first inner one also the least value
 */
public record FeatureReference(double mean, double standardDeviation, List<Double> edges, List<Long> counts) {
    private static final int PARTS = 10;

    public FeatureReference {
        edges = List.copyOf(edges);
        counts = List.copyOf(counts);
        if (edges.isEmpty() || !isAscending(edges) || counts.size() != bins(edges.size())) {
            throw new IllegalArgumentException("Impossible bins of a distribution: edges " + edges + ", " + counts);
        }
        if (!Double.isFinite(mean)
                || !(standardDeviation >= 0)
                || counts.stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException(
                    "Impossible distribution: mean %s, deviation %s, %s".formatted(mean, standardDeviation, counts));
        }
    }

    private static boolean isAscending(List<Double> edges) {
        return edges.stream().allMatch(Double::isFinite)
                && IntStream.range(1, edges.size()).allMatch(at -> edges.get(at - 1) < edges.get(at));
    }

    private static int bins(int edges) {
        return Math.max(2, edges) + 1;
    }

    /**
     * The distribution of some values.
     *
     * @param values at least one
     */
    public static FeatureReference of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        List<Double> edges = IntStream.rangeClosed(0, PARTS)
                .mapToObj(part -> sorted[Math.round((sorted.length - 1) * part / (float) PARTS)])
                .distinct()
                .toList();
        double mean = DoubleStream.of(values).average().orElseThrow();
        double variance = DoubleStream.of(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
        return new FeatureReference(mean, Math.sqrt(variance), edges, boxed(count(values, edges)));
    }

    /** How many values fall into each bin. */
    long[] count(double[] values) {
        return count(values, edges);
    }

    private static long[] count(double[] values, List<Double> edges) {
        long[] counts = new long[bins(edges.size())];
        for (double value : values) {
            counts[bin(value, edges)]++;
        }
        return counts;
    }

    private static int bin(double value, List<Double> edges) {
        if (value < edges.get(0)) {
            return 0;
        }
        if (value > edges.get(edges.size() - 1)) {
            return bins(edges.size()) - 1;
        }
        int below = (int) edges.stream().filter(edge -> edge < value).count();
        return Math.max(1, below);
    }

    private static List<Long> boxed(long[] counts) {
        return Arrays.stream(counts).boxed().toList();
    }
}
