package io.treehouse.training.evaluate.disturb;

import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.inference.scene.PixelProbabilities;
import io.treehouse.training.evaluate.ClassMapSource;

/**
 * Class maps of disturbed pictures.
 *
 * @param maps makes the class maps; closing this leaves it open
 * @param disturbance what is done to each picture before
 */
public record DisturbedClassMaps(ClassMapSource maps, Disturbance disturbance) implements ClassMapSource {
    @Override
    public String description() {
        return maps.description() + " under " + disturbance.label();
    }

    @Override
    public double temperature() {
        return maps.temperature();
    }

    @Override
    public byte[] classify(LabelledTile tile, PixelProbabilities probabilities) throws InterruptedException {
        return maps.classify(disturbance.apply(tile), probabilities);
    }

    @Override
    public void close() {
        // Whoever opened the maps closes them.
    }
}
