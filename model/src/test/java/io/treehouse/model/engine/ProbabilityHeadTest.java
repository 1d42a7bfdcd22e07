package io.treehouse.model.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ProbabilityHeadTest {
    @Test
    void withoutEnlargementItIsTheSoftmax() {
        float[] logits = {(float) Math.log(4), 0, 0, 0, 0};
        float[] probabilities = new float[5];
        new ProbabilityHead().apply(logits, 1, 1, 1, probabilities);
        assertArrayEquals(new float[] {0.5f, 0.125f, 0.125f, 0.125f, 0.125f}, probabilities, 1e-6f);
    }

    @Test
    void enlargementByTwoMixesThreeQuartersAndOneQuarter() {
        double step = Math.log(16);
        float[] logits = {0, 0, 0, 0, 0, (float) (4 * step), 0, 0, 0, 0};
        float[] probabilities = new float[2 * 4 * 5];
        new ProbabilityHead().apply(logits, 1, 2, 2, probabilities);
        double[] quarters = {0, 1, 3, 4};
        for (int y = 0; y < 2; y++) {
            for (int x = 0; x < 4; x++) {
                double power = Math.pow(16, quarters[x]);
                assertEquals(power / (power + 4), probabilities[(y * 4 + x) * 5], 1e-6);
            }
        }
    }

    @Test
    void largeLogitsNeitherOverflowNorVanish() {
        float[] probabilities = new float[5];
        new ProbabilityHead().apply(new float[] {3e4f, 3e4f, -3e4f, 0, 0}, 1, 1, 1, probabilities);
        assertArrayEquals(new float[] {0.5f, 0.5f, 0, 0, 0}, probabilities, 1e-6f);
    }

    @Test
    void theExponentialHasASmallRelativeError() {
        float[] values = new float[2000];
        float[] largest = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            largest[i] = i % 7;
            values[i] = largest[i] - i * 0.015f;
        }
        float[] powers = values.clone();
        Exponential.ofDifference(powers, largest, powers.length);
        for (int i = 0; i < values.length; i++) {
            assertEquals(1, powers[i] / Math.exp((double) values[i] - largest[i]), 1e-5, "value " + values[i]);
        }
        assertEquals(1, powers[0]);
    }
}
