package io.treehouse.training.fit;

import java.io.IOException;
import java.util.Map;

/** Receives the moving average of a run's weights now and then, and says when the run has learned enough. */
interface Snapshots {
    /**
     * Takes the weights after a step.
     *
     * @param step steps done
     * @param seconds time that they took
     * @param weights by {@code node.w} and {@code node.b}
     */
    void take(int step, double seconds, Map<String, float[]> weights) throws IOException, InterruptedException;

    /** Whether the run is to go on. */
    default boolean wantsMore() {
        return true;
    }
}
