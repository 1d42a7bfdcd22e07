package io.treehouse.server.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Estimates the time left from the pace of the windows so far. Belongs to one thread at a time. */
final class TimeLeft {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;

    private final int windowsFromBefore;
    private final InstantSource clock;
    private Instant begin;

    /** @param windowsFromBefore windows of an earlier run; they pass at another pace and say nothing about the others */
    TimeLeft(int windowsFromBefore, InstantSource clock) {
        this.windowsFromBefore = windowsFromBefore;
        this.clock = clock;
        this.begin = clock.instant();
    }

    /** The estimate when some of all windows are done; empty before there is a pace. */
    synchronized Optional<Duration> after(long done, long total) {
        Instant now = clock.instant();
        if (done <= windowsFromBefore) {
            begin = now;
            return Optional.empty();
        }
        double secondsAWindow = Duration.between(begin, now).toMillis() / 1e3 / (done - windowsFromBefore);
        return Optional.of(Duration.ofSeconds(Math.round(secondsAWindow * (total - done))));
    }

    /** A duration such as {@code 3 min 20 s}. */
    static String inWords(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < MINUTE) {
            return seconds + " s";
        }
        return seconds < HOUR
                ? "%d min %d s".formatted(seconds / MINUTE, seconds % MINUTE)
                : "%d h %d min".formatted(seconds / HOUR, seconds % HOUR / MINUTE);
    }
}
