package io.treehouse.training.evaluate;

import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.inference.scene.PixelProbabilities;

/** Where the class maps to be scored come from: a model, or the files of another program. */
public interface ClassMapSource extends AutoCloseable {
    /** What is scored, for the report. */
    String description();

    /**
     * The class map of a picture on the picture's own grid.
     *
     * @param probabilities is told the probabilities behind each pixel, at temperature 1, by sources that have them
     * @return {@code [height * width]} codes 0…4, 255 where there is no answer
     */
    byte[] classify(LabelledTile tile, PixelProbabilities probabilities) throws InterruptedException;

    /** Temperature that confidences are scaled with; 1 where nothing is calibrated. */
    double temperature();

    @Override
    void close();
}
