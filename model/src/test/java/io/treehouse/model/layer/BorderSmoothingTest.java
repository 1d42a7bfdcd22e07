package io.treehouse.model.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Labels by their bits: 1 {@code other}, 4 {@code building}, 8 {@code water}, 32 the mark of a model. */
class BorderSmoothingTest {
    @Test
    void labelsWithinReachAreJoinedAndThoseThatSayNothingAreNot() {
        byte[] labels = {
            1, 1, 4, 4, //
            1, 1, 4, 4, //
            1, 1, 1, 0, //
            8, 1, 1, 31
        };
        byte[] nearby = new byte[16];

        new BorderSmoothing(0.5, 1).nearby(labels, 4, nearby);

        assertArrayEquals(
                new byte[] {
                    1, 5, 5, 4, //
                    1, 5, 5, 5, //
                    9, 13, 5, 5, //
                    9, 9, 1, 1
                },
                nearby);
    }

    @Test
    void imagesOfABatchDoNotTouchEachOther() {
        byte[] labels = {1, 1, 1, 1, 8, 8, 8, 8};
        byte[] nearby = new byte[8];

        new BorderSmoothing(1, 5).nearby(labels, 2, nearby);

        assertArrayEquals(labels, nearby);
    }

    @Test
    void theMarkOfAModelIsNoClass() {
        byte[] nearby = new byte[4];

        new BorderSmoothing(1, 1).nearby(new byte[] {33, 33, 33, 36}, 2, nearby);

        assertArrayEquals(new byte[] {5, 5, 5, 5}, nearby);
    }

    @Test
    void besideABorderTheLossIsMixedWithThatOfBothLabels() {
        // p = 0.2 everywhere. All four pixels are beside the border: 0.75 · log 5 + 0.25 · log (5 / 2).
        byte[] labels = {1, 4, 1, 4};
        float[] gradient = new float[20];

        double loss = new SetLoss(0, new BorderSmoothing(0.25, 1)).evaluate(new float[20], labels, 2, gradient);

        assertEquals(0.75 * Math.log(5) + 0.25 * Math.log(2.5), loss, 1e-6);
        // Of the first pixel, a quarter of the mean: 0.75 · (0.2 − 1) + 0.25 · (0.2 − 0.5) for its own class.
        assertEquals(0.25 * (0.75 * -0.8 + 0.25 * -0.3), gradient[0], 1e-6);
        assertEquals(0.25 * (0.75 * 0.2 + 0.25 * -0.3), gradient[2], 1e-6);
        assertEquals(0.25 * 0.2, gradient[1], 1e-6);
    }

    @Test
    void awayFromBordersNothingChanges() {
        byte[] labels = {1, 1, 1, 1, 1, 1, 1, 1, 1};
        float[] logits = logits(9);
        float[] smoothed = new float[45];
        float[] plain = new float[45];

        double loss = new SetLoss(0.5, new BorderSmoothing(0.3, 2)).evaluate(logits, labels, 3, smoothed);

        assertEquals(new SetLoss(0.5).evaluate(logits, labels, 3, plain), loss, 1e-6);
        assertArrayEquals(plain, smoothed, 1e-6f);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 1})
    void theGradientIsThatOfFiniteDifferences(double share) {
        byte[] labels = {1, 1, 4, 17, 0, 36, 8, 31, 8, 2, 6, 1, 1, 16, 4, 4, 4, 4};
        float[] logits = logits(labels.length);
        SetLoss loss = new SetLoss(0.5, new BorderSmoothing(share, 1));
        float[] gradient = new float[logits.length];
        float[] unused = new float[logits.length];
        loss.evaluate(logits, labels, 3, gradient);
        for (int i = 0; i < logits.length; i++) {
            float value = logits[i];
            logits[i] = value + 0.01f;
            double above = loss.evaluate(logits, labels, 3, unused);
            logits[i] = value - 0.01f;
            double below = loss.evaluate(logits, labels, 3, unused);
            logits[i] = value;
            assertEquals((above - below) / 0.02, gradient[i], 2e-4);
        }
    }

    @Test
    void impossibleSharesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new BorderSmoothing(1.1, 1));
        assertThrows(IllegalArgumentException.class, () -> new BorderSmoothing(0.1, 0));
    }

    private static float[] logits(int pixels) {
        Random random = new Random(8);
        float[] logits = new float[pixels * 5];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) random.nextGaussian();
        }
        return logits;
    }
}
