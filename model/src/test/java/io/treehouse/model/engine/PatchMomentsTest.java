package io.treehouse.model.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.treehouse.model.network.Activation;
import io.treehouse.model.network.FeatureShapes.Shape;
import io.treehouse.model.network.Node.Convolution;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PatchMomentsTest {
    /** 4 pixels of 2 and 3: four times their products, and 4 ones. */
    @Test
    void outputsOfAConvolutionReadTheSameChannels() {
        PatchMoments moments = new PatchMoments(new Convolution("c", "x", 1, 1, 2, 5, false, Activation.NONE));
        moments.add(new Shape(2, 2, 2), new float[] {2, 3, 2, 3, 2, 3, 2, 3}, new Random(1));
        assertEquals(1, moments.groups());
        assertArrayEquals(new double[][] {{16}, {24, 36}, {8, 12, 4}}, moments.of(0));
    }

    /** One pixel of 2 and 3, the other eight of a 3 × 3 kernel lie beyond the border. */
    @Test
    void eachChannelOfADepthwiseConvolutionReadsItself() {
        PatchMoments moments = new PatchMoments(new Convolution("d", "x", 3, 1, 2, 2, true, Activation.NONE));
        moments.add(new Shape(1, 1, 2), new float[] {2, 3}, new Random(1));
        assertEquals(2, moments.groups());
        assertEquals(4, moments.of(0)[4][4]);
        assertEquals(9, moments.of(1)[4][4]);
        assertEquals(3, moments.of(1)[9][4]);
        double all =
                Arrays.stream(moments.of(1)).flatMapToDouble(Arrays::stream).sum();
        assertEquals(9 + 3 + 1, all);
    }

    /** With a stride of 2 the one output of 2 × 2 pixels reads all of them: padding comes after, not before. */
    @Test
    void pixelsStandWhereTheKernelHasThem() {
        PatchMoments moments = new PatchMoments(new Convolution("s", "x", 3, 2, 1, 1, false, Activation.NONE));
        moments.add(new Shape(2, 2, 1), new float[] {1, 2, 3, 4}, new Random(1));
        assertArrayEquals(new double[] {1, 2, 0, 3, 4, 0, 0, 0, 0, 1}, moments.of(0)[9]);
    }
}
