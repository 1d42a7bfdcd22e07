package io.treehouse.model.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_FROM;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_TO;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.dnnl_resampling_backward_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_resampling_forward_primitive_desc_create;

import io.treehouse.model.network.Activation;
import io.treehouse.model.network.Node.Convolution;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.eltwise_backward;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.global.dnnl.scratchpad_mode;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.dnnl.memory.format_tag;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.primitive_desc;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.javacpp.PointerPointer;

/** Makes the oneDNN operations that the kernels and the engine use, all with working memory from the caller. */
public final class Operations {
    private static final float RELU6_LIMIT = 6;

    private Operations() {}

    /** A convolution forward, and the order in which it wants its weights. */
    public record Forward(Primitive primitive, memory.desc weights, convolution_forward.primitive_desc description) {}

    /** A convolution backward by data or weights, and the order in which it wants or gives weights. */
    public record Backward(Primitive primitive, memory.desc weights) {}

    /**
     * {@code dst = activation(convolution(src, weights) + bias [+ dst])}.
     *
     * @param kind training or inference
     * @param addToDestination whether the result is added to what stands in dst (then without activation before it)
     */
    public static Forward convolution(
            Convolution node, prop_kind kind, memory.desc src, memory.desc dst, boolean addToDestination) {
        post_ops after = new post_ops();
        if (addToDestination) {
            after.append_sum();
        }
        appendActivation(after, node.activation());
        var description = forwardDescription(
                node, kind, src, Layouts.anyWeights(node, src.get_data_type()), dst, attributes(after));
        Primitive primitive = new Primitive(
                        new convolution_forward(description), description.scratchpad_desc(), description)
                .declare(DNNL_ARG_SRC, src)
                .declare(DNNL_ARG_WEIGHTS, description.weights_desc())
                .declare(DNNL_ARG_BIAS, description.bias_desc())
                .declare(DNNL_ARG_DST, dst);
        return new Forward(primitive, description.weights_desc(), description);
    }

    private static convolution_forward.primitive_desc forwardDescription(
            Convolution node,
            prop_kind kind,
            memory.desc src,
            memory.desc weights,
            memory.desc dst,
            primitive_attr attributes) {
        Geometry g = Geometry.of(node, src);
        return new convolution_forward.primitive_desc(
                OneDnn.engine(),
                kind,
                algorithm.convolution_direct,
                src,
                weights,
                Layouts.vector(node.outChannels(), data_type.f32),
                dst,
                g.strides(),
                g.before(),
                g.after(),
                attributes,
                false);
    }

    /** Gradient of a convolution by its input. */
    public static Backward convolutionBackwardData(
            Convolution node, Forward forward, memory.desc diffSrc, memory.desc diffDst) {
        Geometry g = Geometry.of(node, diffSrc);
        var description = new convolution_backward_data.primitive_desc(
                OneDnn.engine(),
                algorithm.convolution_direct,
                diffSrc,
                Layouts.anyWeights(node, diffDst.get_data_type()),
                diffDst,
                g.strides(),
                g.before(),
                g.after(),
                forward.description(),
                attributes(new post_ops()),
                false);
        Primitive primitive = new Primitive(
                        new convolution_backward_data(description), description.scratchpad_desc(), description)
                .declare(DNNL_ARG_DIFF_DST, diffDst)
                .declare(DNNL_ARG_WEIGHTS, description.weights_desc())
                .declare(DNNL_ARG_DIFF_SRC, diffSrc);
        return new Backward(primitive, description.weights_desc());
    }

    /** Gradients of a convolution by its weights and bias, both f32. */
    public static Backward convolutionBackwardWeights(
            Convolution node, Forward forward, memory.desc src, memory.desc diffDst) {
        return backwardWeights(node, Layouts.anyWeights(node, data_type.f32), forward.description(), src, diffDst);
    }

    /**
     * Gradients of a depthwise convolution by the weights of a dense convolution within groups of channels, of which the
     * diagonal ({@link Layouts#groupedDiagonal}) are its own, and by its bias.
     */
    public static Backward groupedBackwardWeights(
            Convolution node, int groupSize, memory.desc src, memory.desc diffDst) {
        long[] dims = Layouts.groupedDims(node, groupSize);
        var operand = new memory.desc(dims, src.get_data_type(), format_tag.any);
        var forward =
                forwardDescription(node, prop_kind.forward_training, src, operand, diffDst, attributes(new post_ops()));
        return backwardWeights(node, new memory.desc(dims, data_type.f32, format_tag.any), forward, src, diffDst);
    }

    private static Backward backwardWeights(
            Convolution node,
            memory.desc diffWeights,
            convolution_forward.primitive_desc forward,
            memory.desc src,
            memory.desc diffDst) {
        Geometry g = Geometry.of(node, src);
        var description = new convolution_backward_weights.primitive_desc(
                OneDnn.engine(),
                algorithm.convolution_direct,
                src,
                diffWeights,
                Layouts.vector(node.outChannels(), data_type.f32),
                diffDst,
                g.strides(),
                g.before(),
                g.after(),
                forward,
                attributes(new post_ops()),
                false);
        Primitive primitive = new Primitive(
                        new convolution_backward_weights(description), description.scratchpad_desc(), description)
                .declare(DNNL_ARG_SRC, src)
                .declare(DNNL_ARG_DIFF_DST, diffDst)
                .declare(DNNL_ARG_DIFF_WEIGHTS, description.diff_weights_desc())
                .declare(DNNL_ARG_DIFF_BIAS, description.diff_bias_desc());
        return new Backward(primitive, description.diff_weights_desc());
    }

    /** Gradient of an activation from its output: {@code diffSrc = diffDst where the output is not clipped, else 0}. */
    public static Primitive activationBackward(Activation activation, memory.desc layout) {
        boolean relu = activation == Activation.RELU;
        algorithm kind = relu ? algorithm.eltwise_relu_use_dst_for_bwd : algorithm.eltwise_clip_v2_use_dst_for_bwd;
        float limit = relu ? 0 : RELU6_LIMIT;
        var forward = new eltwise_forward.primitive_desc(
                OneDnn.engine(), prop_kind.forward_training, kind, layout, layout, 0, limit);
        var description = new eltwise_backward.primitive_desc(
                OneDnn.engine(), kind, layout, layout, layout, 0, limit, forward, attributes(new post_ops()), false);
        return new Primitive(new eltwise_backward(description), description.scratchpad_desc(), description, forward)
                .declare(DNNL_ARG_DST, layout)
                .declare(DNNL_ARG_DIFF_DST, layout)
                .declare(DNNL_ARG_DIFF_SRC, layout);
    }

    /** Copies from one layout or type to another. */
    public static Primitive reorder(memory.desc from, memory.desc to) {
        var description = new reorder.primitive_desc(
                OneDnn.engine(), from, OneDnn.engine(), to, attributes(new post_ops()), false);
        return new Primitive(new reorder(description), description.scratchpad_desc(), description)
                .declare(DNNL_ARG_FROM, from)
                .declare(DNNL_ARG_TO, to);
    }

    /** {@code dst = first + second}; dst may be the memory of either. */
    public static Primitive addition(memory.desc first, memory.desc second, memory.desc dst) {
        var description = new binary.primitive_desc(
                OneDnn.engine(), algorithm.binary_add, first, second, dst, attributes(new post_ops()), false);
        return new Primitive(new binary(description), description.scratchpad_desc(), description)
                .declare(DNNL_ARG_SRC_0, first)
                .declare(DNNL_ARG_SRC_1, second)
                .declare(DNNL_ARG_DST, dst);
    }

    /**
     * Bilinear resampling with half-pixel centres.
     *
     * @param addToDestination whether the result is added to what stands in dst
     */
    public static Primitive resampling(prop_kind kind, memory.desc src, memory.desc dst, boolean addToDestination) {
        post_ops after = new post_ops();
        if (addToDestination) {
            after.append_sum();
        }
        primitive_desc description = resamplingDescription(kind, src, dst, after);
        return new Primitive(new primitive(description), description.scratchpad_desc(), description)
                .declare(DNNL_ARG_SRC, src)
                .declare(DNNL_ARG_DST, dst);
    }

    /** Gradient of {@link #resampling} by its input. */
    public static Primitive resamplingBackward(memory.desc diffSrc, memory.desc diffDst) {
        primitive_desc forward = resamplingDescription(prop_kind.forward_training, diffSrc, diffDst, new post_ops());
        var created = new PointerPointer<dnnl_primitive_desc>(1);
        int status = dnnl_resampling_backward_primitive_desc_create(
                created,
                OneDnn.engine().get(),
                algorithm.resampling_linear.value,
                (float[]) null,
                diffSrc.get(),
                diffDst.get(),
                forward.get(),
                attributes(new post_ops()).get());
        primitive_desc description = checked(status, created);
        return new Primitive(new primitive(description), description.scratchpad_desc(), description, forward)
                .declare(DNNL_ARG_DIFF_DST, diffDst)
                .declare(DNNL_ARG_DIFF_SRC, diffSrc);
    }

    private static primitive_desc resamplingDescription(
            prop_kind kind, memory.desc src, memory.desc dst, post_ops after) {
        var created = new PointerPointer<dnnl_primitive_desc>(1);
        int status = dnnl_resampling_forward_primitive_desc_create(
                created,
                OneDnn.engine().get(),
                kind.value,
                algorithm.resampling_linear.value,
                (float[]) null,
                src.get(),
                dst.get(),
                attributes(after).get());
        return checked(status, created);
    }

    private static primitive_desc checked(int status, PointerPointer<dnnl_primitive_desc> created) {
        if (status != 0) {
            throw new IllegalStateException("oneDNN refused an operation, status " + status);
        }
        return new primitive_desc(created.get(dnnl_primitive_desc.class));
    }

    private static void appendActivation(post_ops after, Activation activation) {
        switch (activation) {
            case NONE -> {}
            case RELU -> after.append_eltwise(algorithm.eltwise_relu, 0, 0);
            case RELU6 -> after.append_eltwise(algorithm.eltwise_clip, 0, RELU6_LIMIT);
        }
    }

    private static primitive_attr attributes(post_ops after) {
        primitive_attr attributes = new primitive_attr();
        attributes.set_post_ops(after);
        attributes.set_scratchpad_mode(scratchpad_mode.user);
        return attributes;
    }

    /** Strides and paddings in the form that oneDNN takes. */
    private record Geometry(long[] strides, long[] before, long[] after) {
        static Geometry of(Convolution node, memory.desc src) {
            long height = src.get_dims().get(2);
            long width = src.get_dims().get(3);
            return new Geometry(
                    new long[] {node.stride(), node.stride()},
                    new long[] {Layouts.paddingBefore(node, height), Layouts.paddingBefore(node, width)},
                    new long[] {Layouts.paddingAfter(node, height), Layouts.paddingAfter(node, width)});
        }
    }
}
