package io.treehouse.model.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
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
    void rowByRowItSaysTheSameBitForBit() {
        Random random = new Random(5);
        float[] logits = new float[3 * 7 * 5];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = 12 * random.nextFloat() - 6;
        }
        float[] whole = new float[12 * 28 * 5];
        new ProbabilityHead().apply(logits, 3, 7, 4, whole);
        ProbabilityHead head = new ProbabilityHead();
        float[][] planes = new float[5][28];
        float[] sorted = ProbabilityHead.planes(logits, 3 * 7);
        for (int y = 11; y >= 0; y--) {
            head.row(sorted, 3, 7, 4, y, planes);
            for (int i = 0; i < 28 * 5; i++) {
                assertEquals(whole[y * 28 * 5 + i], planes[i % 5][i / 5]);
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
