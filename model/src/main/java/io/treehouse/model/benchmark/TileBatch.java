package io.treehouse.model.benchmark;

/** A batch of tiles that lies ready. Belongs to one thread. */
public interface TileBatch extends AutoCloseable {
    /** Classifies all of its tiles once. */
    void classify();

    /** Probabilities {@code [height, width, 5]} of the first tile, as last classified. */
    float[] firstProbabilities();

    @Override
    void close();
}
