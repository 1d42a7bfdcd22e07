package io.treehouse.model.benchmark;

import java.util.List;

/** A program that classifies tiles, in one arrangement of threads and batches. */
public interface Contender extends AutoCloseable {
    /** Library with its version, arithmetic and arrangement. */
    String name();

    /** Number of threads that call at the same time. */
    int callers();

    /**
     * Makes a batch of tiles ready, to be classified again and again by one thread.
     *
     * @param sidePixels height and width, a multiple of 32
     * @param tiles {@code [height, width, 3]} red, green, blue in 0…255 each
     */
    TileBatch prepare(int sidePixels, List<float[]> tiles);

    @Override
    void close();
}
