package io.treehouse.model.engine;

/**
 * A compiled model: RGB in, calibrated class probabilities out. Not thread-safe (one engine a worker), closed
 * deterministically; the same input gives the same output bit for bit on one machine.
 */
public interface SegmentationEngine extends AutoCloseable {
    /** Name for logs and answers, such as {@code onednn-3.11}. */
    String name();

    /** Arithmetic of the convolutions: {@code f32}, {@code bf16} or {@code int8}. */
    String precision();

    /** How many times as high and wide as its {@link #logits} a window is. */
    int enlargement();

    /**
     * Runs the network over one window, up to its last enlargement; {@link ProbabilityHead} makes probabilities of what
     * comes out. A window's logits take a fraction of the memory of its probabilities.
     *
     * @param height rows, a multiple of 32
     * @param width columns, a multiple of 32
     * @param rgb {@code [height, width, 3]} red, green, blue in 0…255; the engine normalises them as its bundle says
     * @param logits receives {@code [height / enlargement, width / enlargement, 5]}
     */
    void logits(int height, int width, float[] rgb, float[] logits);

    /**
     * Classifies one window.
     *
     * @param height rows, a multiple of 32
     * @param width columns, a multiple of 32
     * @param rgb {@code [height, width, 3]} red, green, blue in 0…255; the engine normalises them as its bundle says
     * @param probabilities receives {@code [height, width, 5]}: softmax, each pixel sums to 1
     */
    void classify(int height, int width, float[] rgb, float[] probabilities);

    @Override
    void close();
}
