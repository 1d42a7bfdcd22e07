package io.treehouse.model.onednn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.treehouse.model.network.Activation;
import io.treehouse.model.network.Node.Convolution;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.javacpp.FloatPointer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same numbers as in {@link EightBitOperationsTest}, in floats. */
class EightBitsInFloatsTest {
    @BeforeAll
    static void needOneDnn() {
        assumeTrue(OneDnn.isAvailable(), "oneDNN does not load here");
    }

    @Test
    void roundingMultipliesMovesAndClips() {
        float[] values = {0, 1, -1, 0.05f, 0.15f, 12.6f, 12.8f, -12.8f, -20};
        assertArrayEquals(new float[] {128, 138, 118, 128, 130, 254, 255, 0, 0}, rounded(values, false, 128));
        assertArrayEquals(new float[] {0, 10, -10, 0, 2, 126, 127, -128, -128}, rounded(values, true, 0));
    }

    private static float[] rounded(float[] values, boolean signed, int zero) {
        try (Runner runner = new Runner();
                NativeBuffer from = floats(values);
                NativeBuffer factor = floats(10);
                NativeBuffer to = new NativeBuffer(values.length * 4L);
                Primitive rounding = EightBitsInFloats.rounding(values.length, data_type.f32, signed, zero)) {
            runner.run(rounding.set(dnnl.DNNL_ARG_SRC_0, from.pointer())
                    .set(dnnl.DNNL_ARG_SRC_1, factor.pointer())
                    .set(dnnl.DNNL_ARG_DST, to.pointer()));
            return read(to, values.length);
        }
    }

    /** Sums of two products and 0.5 each: 255 · 127 · 2 does not fit into 16 bits, and must not be clipped before its factor. */
    @Test
    void aConvolutionRoundsItsSumsAndClipsThemToEightBits() {
        Convolution node = new Convolution("c", "x", 1, 1, 2, 3, false, Activation.RELU);
        float factor = 1f / 512;
        float[] weights = {127 * factor, -1 * factor, 20, 127 * factor, -1 * factor, 20};
        memory.desc input = Layouts.image(1, 1, 1, 2, data_type.f32);
        memory.desc output = Layouts.image(1, 1, 1, 3, data_type.f32);
        Operations.Forward forward = EightBitsInFloats.convolution(node, input, output, false);
        try (Runner runner = new Runner();
                NativeBuffer plain = floats(weights);
                NativeBuffer packed = new NativeBuffer(forward.weights().get_size());
                NativeBuffer src = floats(255, 255);
                NativeBuffer bias = floats(0.4f, 0.4f, 0.4f);
                NativeBuffer dst = new NativeBuffer(3 * 4L);
                Primitive reorder = Operations.reorder(Layouts.plainWeights(node), forward.weights());
                Primitive convolution = forward.primitive()) {
            runner.run(reorder.set(dnnl.DNNL_ARG_FROM, plain.pointer()).set(dnnl.DNNL_ARG_TO, packed.pointer()));
            runner.run(convolution
                    .set(dnnl.DNNL_ARG_SRC, src.pointer())
                    .set(dnnl.DNNL_ARG_WEIGHTS, packed.pointer())
                    .set(dnnl.DNNL_ARG_BIAS, bias.pointer())
                    .set(dnnl.DNNL_ARG_DST, dst.pointer()));
            // 64770 / 512 + 0.4 = 126.9; -510 / 512 + 0.4 = -0.6; 10200.4.
            assertArrayEquals(new float[] {127, 0, 255}, read(dst, 3));
        }
    }

    private static NativeBuffer floats(float... values) {
        NativeBuffer buffer = new NativeBuffer(values.length * 4L);
        new FloatPointer(buffer.pointer()).put(values);
        return buffer;
    }

    private static float[] read(NativeBuffer buffer, int length) {
        float[] values = new float[length];
        new FloatPointer(buffer.pointer()).get(values);
        return values;
    }
}
