package io.treehouse.model.onednn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.treehouse.model.network.Activation;
import io.treehouse.model.network.Node.Convolution;
import java.util.stream.Stream;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EightBitOperationsTest {
    /** Products of 10 about 128: halves go to the even neighbour, and what 8 bits do not hold is clipped. */
    @Test
    void roundingMultipliesMovesAndClips() {
        float[] values = {0, 1, -1, 0.05f, 0.15f, 12.6f, 12.8f, -12.8f, -20};
        try (Runner runner = new Runner();
                NativeBuffer from = new NativeBuffer(values.length * 4L);
                NativeBuffer factor = new NativeBuffer(4);
                NativeBuffer to = new NativeBuffer(values.length);
                Primitive rounding = EightBitOperations.rounding(values.length, data_type.f32, data_type.u8, 128)) {
            new FloatPointer(from.pointer()).put(values);
            new FloatPointer(factor.pointer()).put(10);
            runner.run(rounding.set(dnnl.DNNL_ARG_SRC_0, from.pointer())
                    .set(dnnl.DNNL_ARG_SRC_1, factor.pointer())
                    .set(dnnl.DNNL_ARG_DST, to.pointer()));
            byte[] stored = new byte[values.length];
            new BytePointer(to.pointer()).get(stored);
            int[] unsigned = new int[stored.length];
            for (int i = 0; i < stored.length; i++) {
                unsigned[i] = stored[i] & 255;
            }
            assertArrayEquals(new int[] {128, 138, 118, 128, 130, 254, 255, 0, 0}, unsigned);
        }
    }

    static Stream<Convolution> convolutions() {
        return Stream.of(
                new Convolution("dense", "x", 3, 1, 48, 48, false, Activation.RELU),
                new Convolution("pointwise", "x", 1, 1, 16, 96, false, Activation.RELU6),
                new Convolution("depthwise", "x", 5, 2, 96, 96, true, Activation.RELU6));
    }

    @ParameterizedTest
    @MethodSource("convolutions")
    void zen4UsesKernelsMadeForTheConvolutionAndItsInstructions(Convolution node) {
        assumeTrue(OneDnn.isAvailable() && OneDnn.prefersGeneratedKernels());
        long out = Layouts.outputSize(node, 32);
        Operations.Forward forward = EightBitOperations.convolution(
                node,
                Layouts.image(1, 32, 32, node.inChannels(), data_type.u8),
                Layouts.image(1, out, out, node.outChannels(), data_type.u8),
                false);
        String kernel = forward.description().impl_info_str().getString();
        forward.primitive().close();
        assertTrue(kernel.matches((node.depthwise() ? "brdgmm" : "jit") + ".*avx512_core_.*"), kernel);
    }
}
