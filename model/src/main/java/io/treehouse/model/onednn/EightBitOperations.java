package io.treehouse.model.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_ATTR_SCALES;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_TO;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import io.treehouse.model.network.Node.Convolution;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;

/** Makes the operations on 8-bit integers that inference uses. A stored integer stands for itself times a scale. */
public final class EightBitOperations {
    /** Argument with the scale of a convolution's input, f32. */
    public static final int SOURCE_SCALE = DNNL_ARG_ATTR_SCALES | DNNL_ARG_SRC;

    /** Argument with the scales of a convolution's weights, f32, one an output channel. */
    public static final int WEIGHT_SCALES = DNNL_ARG_ATTR_SCALES | DNNL_ARG_WEIGHTS;

    /** Argument with the scale of an 8-bit output, f32. */
    public static final int DESTINATION_SCALE = DNNL_ARG_ATTR_SCALES | DNNL_ARG_DST;

    private static final int ONE_SCALE = 0;
    private static final int SCALE_AN_OUTPUT_CHANNEL = 1;
    private static final int SCALE_A_GROUP = 1 | 1 << 1;

    private EightBitOperations() {}

    /**
     * A convolution of 8-bit input with 8-bit weights and f32 bias, summed in 32-bit integers: exact up to the rounding of
     * its output. Takes {@link #SOURCE_SCALE}, {@link #WEIGHT_SCALES} and, if its output is 8-bit, {@link
     * #DESTINATION_SCALE}.
     *
     * @param dst 8-bit or floating point
     * @param addToDestination whether the result is added to what stands in dst, which is floating point then
     */
    public static Operations.Forward convolution(
            Convolution node, memory.desc src, memory.desc dst, boolean addToDestination) {
        primitive_attr attributes = Operations.attributes(Operations.after(node, addToDestination));
        attributes.set_scales_mask(DNNL_ARG_SRC, ONE_SCALE);
        attributes.set_scales_mask(DNNL_ARG_WEIGHTS, node.depthwise() ? SCALE_A_GROUP : SCALE_AN_OUTPUT_CHANNEL);
        if (isEightBit(dst)) {
            attributes.set_scales_mask(DNNL_ARG_DST, ONE_SCALE);
        }
        Operations.Forward forward = Operations.convolution(
                node, prop_kind.forward_inference, src, Layouts.anyWeights(node, data_type.s8), dst, attributes);
        forward.primitive()
                .declare(SOURCE_SCALE, oneScale())
                .declare(WEIGHT_SCALES, Layouts.vector(node.outChannels(), data_type.f32));
        if (isEightBit(dst)) {
            forward.primitive().declare(DESTINATION_SCALE, oneScale());
        }
        return forward;
    }

    /** Copies floating point to 8-bit integers: divided by {@link #DESTINATION_SCALE}, rounded, clipped to what they span. */
    public static Primitive rounding(memory.desc from, memory.desc to) {
        primitive_attr attributes = Operations.attributes(new post_ops());
        attributes.set_scales_mask(DNNL_ARG_TO, ONE_SCALE);
        return Operations.reorder(from, to, attributes).declare(DESTINATION_SCALE, oneScale());
    }

    private static memory.desc oneScale() {
        return Layouts.vector(1, data_type.f32);
    }

    private static boolean isEightBit(memory.desc layout) {
        data_type type = layout.get_data_type().intern();
        return type == data_type.u8 || type == data_type.s8;
    }
}
