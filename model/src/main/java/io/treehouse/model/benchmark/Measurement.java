package io.treehouse.model.benchmark;

import java.util.List;
import java.util.stream.LongStream;

/**
 * Calls of one contender over all rounds.
 *
 * @param contender its name
 * @param tilesPerSecond the median of the rounds
 * @param p50Millis time of a call, half are faster
 * @param p95Millis 95 of 100 calls are faster
 * @param p99Millis 99 of 100 calls are faster
 * @param calls number of calls, each of one batch
 * @param rounds tiles per second of each round
 */
public record Measurement(
        String contender,
        double tilesPerSecond,
        double p50Millis,
        double p95Millis,
        double p99Millis,
        int calls,
        List<Double> rounds) {
    private static final double NANOS_PER_MILLI = 1e6;

    static Measurement of(String contender, List<CallTimes> rounds) {
        long[] sorted = rounds.stream()
                .flatMapToLong(round -> LongStream.of(round.nanos()))
                .sorted()
                .toArray();
        List<Double> rates = rounds.stream().map(CallTimes::tilesPerSecond).toList();
        return new Measurement(
                contender,
                Figures.median(rates),
                Figures.percentile(sorted, 50) / NANOS_PER_MILLI,
                Figures.percentile(sorted, 95) / NANOS_PER_MILLI,
                Figures.percentile(sorted, 99) / NANOS_PER_MILLI,
                sorted.length,
                rates);
    }

    /** How many times as fast this was as another, the median of paired rounds. */
    public double over(Measurement other) {
        return Figures.medianRatio(rounds, other.rounds);
    }
}
