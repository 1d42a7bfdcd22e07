package io.treehouse.training.evaluate;

import io.treehouse.inference.scene.PixelProbabilities;
import io.treehouse.inference.scene.Temperature;
import java.util.Arrays;

/** The confidences that are served with a class map; 1 where its source tells no probabilities. Not thread-safe. */
final class ConfidenceMap implements PixelProbabilities {
    private final Temperature temperature;
    private final int width;
    private final float[] values;

    ConfidenceMap(int width, int height, double temperature) {
        this.temperature = new Temperature(temperature);
        this.width = width;
        values = new float[width * height];
        Arrays.fill(values, 1);
    }

    @Override
    public void pixel(int x, int y, float[] probabilities) {
        int best = 0;
        for (int c = 1; c < probabilities.length; c++) {
            best = probabilities[c] > probabilities[best] ? c : best;
        }
        values[y * width + x] = temperature.confidence(probabilities, best);
    }

    /** {@code [height, width]}, 0…1. */
    float[] values() {
        return values;
    }
}
