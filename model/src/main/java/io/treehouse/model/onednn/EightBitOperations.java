package io.treehouse.model.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_ATTR_SCALES;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import io.treehouse.model.network.Node.Convolution;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;

/** Makes the operations on 8-bit integers that inference uses. What a stored integer stands for is up to the caller. */
public final class EightBitOperations {
    /** Argument with the factors of a convolution's sums, f32, one an output channel. */
    public static final int FACTORS = DNNL_ARG_ATTR_SCALES | DNNL_ARG_WEIGHTS;

    private static final int ONE_AN_OUTPUT_CHANNEL = 1;
    private static final int ONE_A_GROUP = 1 | 1 << 1;

    private EightBitOperations() {}

    /**
     * A convolution of 8-bit input with 8-bit weights, summed in 32-bit integers, which are exact: {@code dst = sum * factor +
     * bias} by output channel, with {@link #FACTORS} and f32 bias. Output in floating point then passes the activation;
     * 8-bit output is rounded and clipped to what 8 bits hold, and that must be what the activation does.
     *
     * @param dst 8-bit or floating point
     * @param addToDestination whether the result is added to what stands in dst, which is floating point then
     */
    public static Operations.Forward convolution(
            Convolution node, memory.desc src, memory.desc dst, boolean addToDestination) {
        primitive_attr attributes =
                Operations.attributes(isEightBit(dst) ? new post_ops() : Operations.after(node, addToDestination));
        attributes.set_scales_mask(DNNL_ARG_WEIGHTS, node.depthwise() ? ONE_A_GROUP : ONE_AN_OUTPUT_CHANNEL);
        Operations.Forward forward = Operations.convolution(
                node, prop_kind.forward_inference, src, Layouts.anyWeights(node, data_type.s8), dst, attributes);
        forward.primitive().declare(FACTORS, Layouts.vector(node.outChannels(), data_type.f32));
        return forward;
    }

    /**
     * Makes 8-bit integers of floating point: {@code dst = src_0 * src_1 + zero}, where src_1 is one f32 factor, rounded and
     * clipped to what 8 bits hold. A product with one number is twice as fast in oneDNN as a reorder with a scale.
     *
     * @param count number of values
     */
    public static Primitive rounding(long count, data_type from, data_type to, int zero) {
        return product(count, from, to, moved(zero));
    }

    /** Adds the stored number that stands for 0. */
    static post_ops moved(int zero) {
        post_ops after = new post_ops();
        if (zero != 0) {
            after.append_eltwise(algorithm.eltwise_linear, 1, zero);
        }
        return after;
    }

    /** {@code dst = after(src_0 * src_1)}, where src_1 is one f32 factor. */
    static Primitive product(long count, data_type from, data_type to, post_ops after) {
        memory.desc source = Layouts.vector(count, from);
        memory.desc factor = Layouts.vector(1, data_type.f32);
        memory.desc destination = Layouts.vector(count, to);
        var description = new binary.primitive_desc(
                OneDnn.engine(),
                algorithm.binary_mul,
                source,
                factor,
                destination,
                Operations.attributes(after),
                false);
        return new Primitive(new binary(description), description.scratchpad_desc(), description)
                .declare(DNNL_ARG_SRC_0, source)
                .declare(DNNL_ARG_SRC_1, factor)
                .declare(DNNL_ARG_DST, destination);
    }

    private static boolean isEightBit(memory.desc layout) {
        data_type type = layout.get_data_type().intern();
        return type == data_type.u8 || type == data_type.s8;
    }
}
