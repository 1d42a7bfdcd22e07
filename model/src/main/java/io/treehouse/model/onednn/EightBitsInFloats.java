package io.treehouse.model.onednn;

import io.treehouse.model.network.Node.Convolution;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.dnnl.post_ops;

/**
 * {@link EightBitOperations} on processors without products of 8-bit integers: the same integers in f32 numbers, slower
 * than f32. Where the factor of an output is in its weights, products are rounded, by less than a ten-millionth.
 */
public final class EightBitsInFloats {
    private static final int UNSIGNED_MOST = 255;
    private static final int SIGNED_LEAST = -128;
    private static final int SIGNED_MOST = 127;

    private EightBitsInFloats() {}

    /**
     * A convolution whose output is rounded and clipped to 8-bit integers.
     *
     * @param src integers in f32
     * @param dst integers in f32
     * @param signed whether the output's are -128…127, else 0…255
     */
    public static Operations.Forward convolution(Convolution node, memory.desc src, memory.desc dst, boolean signed) {
        return Operations.convolution(
                node,
                prop_kind.forward_inference,
                src,
                Layouts.anyWeights(node, data_type.f32),
                dst,
                Operations.attributes(rounded(new post_ops(), signed)));
    }

    /** {@code dst = src_0 * src_1 + zero}, where src_1 is one f32 factor, rounded and clipped to 8-bit integers. */
    public static Primitive rounding(long count, data_type from, boolean signed, int zero) {
        return EightBitOperations.product(count, from, data_type.f32, rounded(EightBitOperations.moved(zero), signed));
    }

    private static post_ops rounded(post_ops after, boolean signed) {
        after.append_eltwise(algorithm.eltwise_clip, signed ? SIGNED_LEAST : 0, signed ? SIGNED_MOST : UNSIGNED_MOST);
        after.append_eltwise(algorithm.eltwise_round, 0, 0);
        return after;
    }
}
