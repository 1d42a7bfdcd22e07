package io.treehouse.training.evaluate;

import io.treehouse.datasets.sample.LabelledTile;

/** Where the class maps to be scored come from: a model, or the files of another program. */
public interface ClassMapSource extends AutoCloseable {
    /** What is scored, for the report. */
    String description();

    /**
     * The class map of a picture on the picture's own grid.
     *
     * @return {@code [height * width]} codes 0…4, 255 where there is no answer
     */
    byte[] classify(LabelledTile tile) throws InterruptedException;

    @Override
    void close();
}
