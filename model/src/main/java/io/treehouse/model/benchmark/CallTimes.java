package io.treehouse.model.benchmark;

/**
 * One round of calls.
 *
 * @param nanos durations of all calls of all callers
 * @param tilesPerSecond of all callers together
 */
record CallTimes(long[] nanos, double tilesPerSecond) {}
