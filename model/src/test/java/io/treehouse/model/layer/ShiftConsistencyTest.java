package io.treehouse.model.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ShiftConsistencyTest {
    private static final int SIZE = 64;
    private static final int CLASSES = 5;
    private static final ShiftConsistency LOSS = new ShiftConsistency(2);

    /** Logits of a batch in which every pair shows one random field at its shift. */
    private static float[] consistent(long seed) {
        float[] logits = new float[ShiftConsistency.CROPS * SIZE * SIZE * CLASSES];
        int side = SIZE + ShiftConsistency.LARGEST;
        for (int crop = 0; crop < ShiftConsistency.CROPS; crop++) {
            Random random = new Random(seed + crop / 2);
            float[] field = new float[side * side * CLASSES];
            for (int i = 0; i < field.length; i++) {
                field[i] = (float) random.nextGaussian();
            }
            int[] shift = ShiftConsistency.shift(crop);
            for (int y = 0; y < SIZE; y++) {
                int from = ((y + shift[1]) * side + shift[0]) * CLASSES;
                System.arraycopy(field, from, logits, (crop * SIZE + y) * SIZE * CLASSES, SIZE * CLASSES);
            }
        }
        return logits;
    }

    @Test
    void cropsThatAgreeAtTheirShiftCostNothing() {
        float[] logits = consistent(1);
        float[] gradient = new float[logits.length];

        assertEquals(0, LOSS.addTo(logits, ShiftConsistency.CROPS, SIZE, gradient), 1e-9);
        assertArrayEquals(new float[logits.length], gradient, 1e-9f);
    }

    @Test
    void oneDivergentPixelCostsItsShareOfHalfTheSymmetricDivergence() {
        // Even probabilities against (1, 1, 1, 1, 4) / 8: sum of (p - q) log(p / q) / 2 by hand.
        float[] logits = new float[ShiftConsistency.CROPS * SIZE * SIZE * CLASSES];
        int pixel = SIZE * SIZE + 30 * SIZE + 30;
        logits[pixel * CLASSES + 4] = (float) Math.log(4);
        double byHand = (4 * (1 / 5.0 - 1 / 8.0) * Math.log(8 / 5.0) + (4 / 8.0 - 1 / 5.0) * Math.log(5 * 4 / 8.0)) / 2;
        int[] shift = ShiftConsistency.shift(1);
        int pixels = (SIZE - shift[0] - 32) * (SIZE - shift[1] - 32);

        double loss = LOSS.addTo(logits, ShiftConsistency.CROPS, SIZE, new float[logits.length]);

        assertEquals(2 * byHand / pixels / 8, loss, 1e-8);
    }

    @Test
    void theGradientIsThatOfFiniteDifferences() {
        float[] logits = consistent(2);
        Random random = new Random(3);
        for (int i = 0; i < logits.length; i++) {
            logits[i] += (float) random.nextGaussian();
        }
        float[] gradient = new float[logits.length];
        LOSS.addTo(logits, ShiftConsistency.CROPS, SIZE, gradient);
        float[] unused = new float[logits.length];
        double largest = 0;
        for (int n = 0; n < 40; n++) {
            int i = ((n % 16 * SIZE + 20 + n % 7) * SIZE + 25) * CLASSES + n % CLASSES;
            float value = logits[i];
            logits[i] = value + 0.05f;
            double above = LOSS.addTo(logits, ShiftConsistency.CROPS, SIZE, unused);
            logits[i] = value - 0.05f;
            double below = LOSS.addTo(logits, ShiftConsistency.CROPS, SIZE, unused);
            logits[i] = value;
            assertEquals((above - below) / 0.1, gradient[i], 2e-6);
            largest = Math.max(largest, Math.abs(gradient[i]));
        }
        assertTrue(largest > 1e-4, "the gradients that were compared are not nothing");
    }

    @Test
    void theLossIsAddedToAGradientThatIsThere() {
        float[] gradient = new float[ShiftConsistency.CROPS * SIZE * SIZE * CLASSES];
        gradient[7] = 3;

        LOSS.addTo(consistent(4), ShiftConsistency.CROPS, SIZE, gradient);

        assertEquals(3, gradient[7]);
    }
}
