package io.treehouse.model.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.model.network.Node.Convolution;
import org.junit.jupiter.api.Test;

class BlurredStridesTest {
    private static final Convolution STRIDED =
            new Convolution("stem", NetworkSpec.INPUT, 1, 2, 1, 2, false, Activation.RELU6);

    @Test
    void onlyKernelsAtAStrideOfTwoGetWider() {
        NetworkSpec network = SegmentationNetworks.lite0(96, 48);

        NetworkSpec blurred = BlurredStrides.of(network);

        for (int i = 0; i < network.nodes().size(); i++) {
            Node before = network.nodes().get(i);
            Node after = blurred.nodes().get(i);
            if (before instanceof Convolution c && c.stride() == 2) {
                assertEquals(c.kernel() + 2, ((Convolution) after).kernel());
                assertTrue(BlurredStrides.widens(c, (Convolution) after));
            } else {
                assertEquals(before, after);
            }
        }
    }

    @Test
    void aPointBecomesTheBinomialFilterInEachChannel() {
        float[] wide = BlurredStrides.widen(STRIDED, new float[] {16, 32});

        assertArrayEquals(new float[] {1, 2, 2, 4, 1, 2, 2, 4, 4, 8, 2, 4, 1, 2, 2, 4, 1, 2}, wide);
    }

    @Test
    void theSumOfAKernelStays() {
        Convolution depthwise = new Convolution("dw", "stem", 3, 2, 1, 1, true, Activation.RELU6);

        float[] wide = BlurredStrides.widen(depthwise, new float[] {1, 0, -2, 3, 5, 1, 0, 0, 2});

        float sum = 0;
        for (float value : wide) {
            sum += value;
        }
        assertEquals(25, wide.length);
        assertEquals(10, sum, 1e-6);
        assertEquals(1 / 16f, wide[0], "the upper left corner sees one corner of the blur");
    }

    @Test
    void aKernelWithoutStrideIsNoNarrowForm() {
        Convolution plain = new Convolution("c", "stem", 3, 1, 8, 8, false, Activation.RELU);

        assertFalse(BlurredStrides.widens(plain, plain));
    }

    @Test
    void aBlurredKernelIsItsOwnProjection() {
        Convolution narrow = new Convolution("dw", "stem", 3, 2, 2, 2, true, Activation.RELU6);
        Convolution wide = new Convolution("dw", "stem", 5, 2, 2, 2, true, Activation.RELU6);
        float[] blurred =
                BlurredStrides.widen(narrow, new float[] {1, 4, 0, -2, 3, 5, 1, 0, 0, 2, 7, 1, -3, 2, 2, 0, 1, 6});

        assertArrayEquals(blurred, BlurredStrides.projected(wide, blurred), 1e-6f);
    }

    @Test
    void theFinestPatternIsTakenOut() {
        Convolution wide = new Convolution("dw", "stem", 3, 2, 1, 1, true, Activation.RELU6);
        float[] chequered = {1, -1, 1, -1, 1, -1, 1, -1, 1};

        assertArrayEquals(new float[9], BlurredStrides.projected(wide, chequered), 1e-6f);
    }

    @Test
    void theProjectionOfAPointIsTheShareOfTheBlurInIt() {
        // One axis of three: the unit vector (0, 1, 0) onto (1, 2, 1) is 2/6 of it; so the middle keeps (2/3)^2.
        Convolution wide = new Convolution("dw", "stem", 3, 2, 1, 1, true, Activation.RELU6);
        float[] point = {0, 0, 0, 0, 9, 0, 0, 0, 0};

        assertArrayEquals(new float[] {1, 2, 1, 2, 4, 2, 1, 2, 1}, BlurredStrides.projected(wide, point), 1e-5f);
    }
}
