package io.treehouse.server.benchmark;

import io.treehouse.model.benchmark.Figures;

/**
 * The server as its clients see it.
 *
 * @param sidePixels side of the tiles at the model's ground sampling distance
 * @param clients clients, each of which sends its next tile when the last one is answered
 * @param besideLargeTile whether one more client sent large tiles meanwhile
 * @param tilesPerSecond answers to all clients but that one
 * @param p50Millis time from sending a tile to its answer, half are faster
 * @param p95Millis 95 of 100 are faster
 * @param p99Millis 99 of 100 are faster
 * @param tiles number of answers
 */
record ServingFigures(
        int sidePixels,
        int clients,
        boolean besideLargeTile,
        double tilesPerSecond,
        double p50Millis,
        double p95Millis,
        double p99Millis,
        int tiles) {
    private static final double NANOS_PER_MILLI = 1e6;

    /** @param sortedNanos times of all answers, ascending */
    static ServingFigures of(
            int sidePixels, int clients, boolean besideLargeTile, long[] sortedNanos, double wallSeconds) {
        return new ServingFigures(
                sidePixels,
                clients,
                besideLargeTile,
                sortedNanos.length / wallSeconds,
                Figures.percentile(sortedNanos, 50) / NANOS_PER_MILLI,
                Figures.percentile(sortedNanos, 95) / NANOS_PER_MILLI,
                Figures.percentile(sortedNanos, 99) / NANOS_PER_MILLI,
                sortedNanos.length);
    }

    /** How much longer than usual the slowest answers take. */
    double p99OverP50() {
        return p99Millis / p50Millis;
    }
}
