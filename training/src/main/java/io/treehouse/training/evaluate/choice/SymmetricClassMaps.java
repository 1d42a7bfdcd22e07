package io.treehouse.training.evaluate.choice;

import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.inference.scene.PixelProbabilities;
import io.treehouse.training.evaluate.ClassMapSource;
import java.util.Arrays;

/**
 * Class maps from the mean probabilities over ways to turn and mirror a picture (test-time augmentation): so many times the
 * work, to measure what it gains, or to label pictures for a training.
 *
 * @param maps makes the class maps and tells probabilities; closing this leaves it open
 * @param symmetries number of ways: 1, 2, 4 or 8
 */
public record SymmetricClassMaps(ClassMapSource maps, int symmetries) implements ClassMapSource {
    private static final int CLASSES = SurfaceClass.COUNT;

    public SymmetricClassMaps {
        Symmetry.group(symmetries);
    }

    @Override
    public String description() {
        return maps.description() + ", mean of " + symmetries + " symmetries";
    }

    @Override
    public double temperature() {
        return maps.temperature();
    }

    @Override
    public byte[] classify(LabelledTile tile, PixelProbabilities probabilities) throws InterruptedException {
        float[] sums = new float[tile.width() * tile.height() * CLASSES];
        for (Symmetry symmetry : Symmetry.group(symmetries)) {
            maps.classify(symmetry.apply(tile), (x, y, pixel) -> {
                int to = CLASSES * symmetry.source(tile, x, y);
                for (int c = 0; c < CLASSES; c++) {
                    sums[to + c] += pixel[c] / symmetries;
                }
            });
        }
        return mostProbable(tile, sums, probabilities);
    }

    private static byte[] mostProbable(LabelledTile tile, float[] means, PixelProbabilities probabilities) {
        byte[] classes = new byte[tile.width() * tile.height()];
        for (int i = 0; i < classes.length; i++) {
            float[] pixel = Arrays.copyOfRange(means, CLASSES * i, CLASSES * (i + 1));
            int best = 0;
            float sum = 0;
            for (int c = 0; c < CLASSES; c++) {
                best = pixel[c] > pixel[best] ? c : best;
                sum += pixel[c];
            }
            classes[i] = (byte) (sum > 0 ? best : SurfaceClass.NODATA);
            if (sum > 0) {
                probabilities.pixel(i % tile.width(), i / tile.width(), pixel);
            }
        }
        return classes;
    }

    @Override
    public void close() {
        // Whoever opened the maps closes them.
    }
}
