package io.treehouse.inference.classify;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Measures the stages of one classification. Belongs to one thread. */
final class StageClock {
    private final Map<TileStage, Duration> durations = new EnumMap<>(TileStage.class);
    private final long startNanos = System.nanoTime();
    private long stageNanos = startNanos;

    /** A stage is over, and the next one begins. */
    void ended(TileStage stage) {
        long now = System.nanoTime();
        durations.put(stage, Duration.ofNanos(now - stageNanos));
        stageNanos = now;
    }

    /** How long each stage took. */
    Map<TileStage, Duration> durations() {
        return durations;
    }

    /** Time since the first stage began. */
    long millis() {
        return Duration.ofNanos(System.nanoTime() - startNanos).toMillis();
    }
}
