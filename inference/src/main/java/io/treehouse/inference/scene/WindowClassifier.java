package io.treehouse.inference.scene;

/** The network as a scene sees it: logits of a window's pixels. Thread-safe; {@link EngineWindows} is the real one. */
@FunctionalInterface
public interface WindowClassifier {
    /**
     * Runs the network over one window, waiting for a free engine if need be. The same window gives the same answer bit for
     * bit.
     *
     * @param height rows, a multiple of 32
     * @param width columns, a multiple of 32
     * @param rgb {@code [height, width, 3]} red, green, blue in 0…255
     * @param logits receives {@code [height / enlargement, width / enlargement, 5]}
     * @throws InterruptedException if the thread is interrupted while it waits for a free engine
     */
    void logits(int height, int width, float[] rgb, float[] logits) throws InterruptedException;

    /** How many times as high and wide as its logits a window is; a divisor of 32. */
    default int enlargement() {
        return 1;
    }
}
