package io.treehouse.model.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.treehouse.model.network.Activation;
import io.treehouse.model.network.Node.Convolution;
import org.junit.jupiter.api.Test;

class EightBitKernelTest {
    @Test
    void everyOutputChannelHasAScaleOfItsOwn() {
        Convolution node = new Convolution("c", "input", 1, 1, 2, 3, false, Activation.NONE);
        EightBitKernel kernel =
                EightBitKernel.nearest(node, new float[] {1.27f, -0.5f, 0, -0.64f, 0.25f, 0}, new float[3]);
        assertArrayEquals(new float[] {0.01f, 0.5f / 127, 0}, kernel.scales(), 1e-7f);
        assertArrayEquals(new byte[] {127, -127, 0, -64, 64, 0}, kernel.values());
        assertArrayEquals(new int[] {63, -63, 0}, kernel.sums());
    }
}
