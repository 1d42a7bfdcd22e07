package io.treehouse.inference.scene;

/** The network as a scene sees it: probabilities of a window's pixels. Thread-safe; {@code EnginePool} is the real one. */
@FunctionalInterface
public interface WindowClassifier {
    /**
     * Classifies one window, waiting for a free engine if need be. The same window gives the same answer bit for bit.
     *
     * @param height rows, a multiple of 32
     * @param width columns, a multiple of 32
     * @param rgb {@code [height, width, 3]} red, green, blue in 0…255
     * @param probabilities receives {@code [height, width, 5]}; each pixel sums to 1
     * @throws InterruptedException if the thread is interrupted while it waits for a free engine
     */
    void classify(int height, int width, float[] rgb, float[] probabilities) throws InterruptedException;
}
