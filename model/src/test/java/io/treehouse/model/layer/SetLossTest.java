package io.treehouse.model.layer;

import static io.treehouse.datasets.scheme.SurfaceClass.BUILDING;
import static io.treehouse.datasets.scheme.SurfaceClass.OTHER;
import static io.treehouse.datasets.scheme.SurfaceClass.TREE_CANOPY;
import static io.treehouse.datasets.scheme.SurfaceClass.WATER;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetLossTest {
    private static byte label(SurfaceClass... classes) {
        return (byte) ClassSet.of(classes).bits();
    }

    @Test
    void aCertainLabelCostsTheLogarithmOfItsProbability() {
        float[] gradient = new float[5];

        double loss = new SetLoss(0).evaluate(new float[5], new byte[] {label(WATER)}, 1, gradient);

        assertEquals(Math.log(5), loss, 1e-6);
        assertArrayEquals(new float[] {0.2f, 0.2f, 0.2f, -0.8f, 0.2f}, gradient, 1e-6f);
    }

    @Test
    void aSetCostsTheLogarithmOfTheSumOfItsProbabilities() {
        float[] gradient = new float[5];

        double loss = new SetLoss(0).evaluate(new float[5], new byte[] {label(OTHER, TREE_CANOPY)}, 1, gradient);

        assertEquals(Math.log(5.0 / 2), loss, 1e-6);
        assertArrayEquals(new float[] {-0.3f, 0.2f, 0.2f, 0.2f, -0.3f}, gradient, 1e-6f);
    }

    @Test
    void labelsThatSayNothingCostNothingAndDoNotCount() {
        float[] gradient = {9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9};
        byte[] labels = {0, 31, label(BUILDING)};

        double loss = new SetLoss(0).evaluate(new float[15], labels, 1, gradient);

        assertEquals(Math.log(5), loss, 1e-6);
        for (int i = 0; i < 10; i++) {
            assertEquals(0, gradient[i]);
        }
    }

    @Test
    void aBatchWithoutLabelsHasNoLoss() {
        assertEquals(0, new SetLoss(0.5).evaluate(new float[5], new byte[] {0}, 1, new float[5]));
    }

    @Test
    void diceIsWorkedOutByHandForOnePixel() {
        // p = 0.2 everywhere, one certain pixel: dice = 1 - (2 * 0.2 + 1) / (0.2 + 1 + 1) = 1 - 1.4 / 2.2
        double loss = new SetLoss(1).evaluate(new float[5], new byte[] {label(WATER)}, 1, new float[5]);

        assertEquals(Math.log(5) + 1 - 1.4 / 2.2, loss, 1e-6);
    }

    @Test
    void aLabelByAModelCostsItsLogarithmButNoDice() {
        byte[] labels = {(byte) (label(WATER) | ClassSet.BY_MODEL)};
        float[] gradient = new float[5];

        double loss = new SetLoss(1).evaluate(new float[5], labels, 1, gradient);

        assertEquals(Math.log(5), loss, 1e-6);
        assertArrayEquals(new float[] {0.2f, 0.2f, 0.2f, -0.8f, 0.2f}, gradient, 1e-6f);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 2})
    void theGradientIsThatOfFiniteDifferences(double diceWeight) {
        Random random = new Random(5);
        byte[] labels = {0, 31, 1, 2, 4, 8, 16, 8, 17, 6, 15, 1};
        float[] logits = new float[labels.length * 5];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) random.nextGaussian();
        }
        SetLoss loss = new SetLoss(diceWeight);
        float[] gradient = new float[logits.length];
        float[] unused = new float[logits.length];
        loss.evaluate(logits, labels, 1, gradient);
        for (int i = 0; i < logits.length; i++) {
            float value = logits[i];
            logits[i] = value + 0.01f;
            double above = loss.evaluate(logits, labels, 1, unused);
            logits[i] = value - 0.01f;
            double below = loss.evaluate(logits, labels, 1, unused);
            logits[i] = value;
            assertEquals((above - below) / 0.02, gradient[i], 2e-4);
        }
    }

    @Test
    void hugeLogitsStayFinite() {
        float[] gradient = new float[5];

        double loss =
                new SetLoss(0.5).evaluate(new float[] {1e30f, -1e30f, 0, 0, 0}, new byte[] {label(WATER)}, 1, gradient);

        assertTrue(Double.isFinite(loss));
        for (float g : gradient) {
            assertTrue(Float.isFinite(g));
        }
    }
}
