package io.treehouse.training.evaluate.choice;

import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.inference.scene.PixelProbabilities;
import io.treehouse.inference.scene.WindowBorders;
import io.treehouse.training.evaluate.ClassMapSource;
import io.treehouse.training.evaluate.ModelClassMaps;

/**
 * Passes on the class maps of a model and, of each picture that takes more than one window, counts where they differ from
 * maps made with smaller windows. Used by one thread.
 */
public final class SeamCheck implements ClassMapSource {
    private final ModelClassMaps served;
    private final ModelClassMaps shifted;
    private SeamDisagreement counted = SeamDisagreement.NONE;

    /**
     * @param served the model as it serves; closed with this
     * @param shifted the model with windows of another size; closed with this
     */
    public SeamCheck(ModelClassMaps served, ModelClassMaps shifted) {
        this.served = served;
        this.shifted = shifted;
    }

    /** What was counted so far. */
    public SeamDisagreement counted() {
        return counted;
    }

    @Override
    public String description() {
        return served.description();
    }

    @Override
    public double temperature() {
        return served.temperature();
    }

    @Override
    public byte[] classify(LabelledTile tile, PixelProbabilities probabilities) throws InterruptedException {
        byte[] classes = served.classify(tile, probabilities);
        WindowBorders borders = served.windowBorders(tile);
        if (!borders.isEmpty()) {
            byte[] others = shifted.classify(tile, PixelProbabilities.NONE);
            counted = counted.plus(SeamDisagreement.of(
                    classes, borders, others, shifted.windowBorders(tile), tile.width(), tile.gsdMetres()));
        }
        return classes;
    }

    @Override
    public void close() {
        served.close();
        shifted.close();
    }
}
