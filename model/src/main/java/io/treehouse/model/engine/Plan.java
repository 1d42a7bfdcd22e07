package io.treehouse.model.engine;

/** A network ready to run on windows of one size. Not thread-safe; closed deterministically. */
interface Plan extends AutoCloseable {
    /** What is run. */
    Schedule schedule();

    /**
     * Runs the network.
     *
     * @param input {@code [height, width, 3]}, normalised
     * @param logits receives the logits in the shape of {@link Schedule#logits}
     */
    void run(float[] input, float[] logits);

    @Override
    void close();
}
