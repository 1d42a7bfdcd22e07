package io.treehouse.model.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.dnnl_resampling_backward_primitive_desc_create;

import io.treehouse.model.network.Activation;
import io.treehouse.model.network.Node.Convolution;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.eltwise_backward;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.dnnl.memory.format_tag;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_desc;
import org.bytedeco.javacpp.PointerPointer;

/** Makes the backward operations that training uses, all with working memory from the caller. */
public final class Gradients {
    private Gradients() {}

    /** A convolution backward by data or weights, and the order in which it wants or gives weights. */
    public record Backward(Primitive primitive, memory.desc weights) {}

    /** Gradient of a convolution by its input. */
    public static Backward byInput(
            Convolution node, Operations.Forward forward, memory.desc diffSrc, memory.desc diffDst) {
        Operations.Geometry g = Operations.Geometry.of(node, diffSrc);
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
                Operations.attributes(new post_ops()),
                false);
        Primitive primitive = new Primitive(
                        new convolution_backward_data(description), description.scratchpad_desc(), description)
                .declare(DNNL_ARG_DIFF_DST, diffDst)
                .declare(DNNL_ARG_WEIGHTS, description.weights_desc())
                .declare(DNNL_ARG_DIFF_SRC, diffSrc);
        return new Backward(primitive, description.weights_desc());
    }

    /** Gradients of a convolution by its weights and bias, both f32. */
    public static Backward byWeights(
            Convolution node, Operations.Forward forward, memory.desc src, memory.desc diffDst) {
        return backwardWeights(node, Layouts.anyWeights(node, data_type.f32), forward.description(), src, diffDst);
    }

    /**
     * Gradients of a depthwise convolution by the weights of a dense convolution within groups of channels, of which the
     * diagonal ({@link Layouts#groupedDiagonal}) are its own, and by its bias.
     */
    public static Backward byGroupedWeights(Convolution node, int groupSize, memory.desc src, memory.desc diffDst) {
        long[] dims = Layouts.groupedDims(node, groupSize);
        var operand = new memory.desc(dims, src.get_data_type(), format_tag.any);
        var forward = Operations.forwardDescription(
                node, prop_kind.forward_training, src, operand, diffDst, Operations.attributes(new post_ops()));
        return backwardWeights(node, new memory.desc(dims, data_type.f32, format_tag.any), forward, src, diffDst);
    }

    private static Backward backwardWeights(
            Convolution node,
            memory.desc diffWeights,
            convolution_forward.primitive_desc forward,
            memory.desc src,
            memory.desc diffDst) {
        Operations.Geometry g = Operations.Geometry.of(node, src);
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
                Operations.attributes(new post_ops()),
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
    public static Primitive ofActivation(Activation activation, memory.desc layout) {
        boolean relu = activation == Activation.RELU;
        algorithm kind = relu ? algorithm.eltwise_relu_use_dst_for_bwd : algorithm.eltwise_clip_v2_use_dst_for_bwd;
        float limit = relu ? 0 : Operations.RELU6_LIMIT;
        var forward = new eltwise_forward.primitive_desc(
                OneDnn.engine(), prop_kind.forward_training, kind, layout, layout, 0, limit);
        var description = new eltwise_backward.primitive_desc(
                OneDnn.engine(),
                kind,
                layout,
                layout,
                layout,
                0,
                limit,
                forward,
                Operations.attributes(new post_ops()),
                false);
        return new Primitive(new eltwise_backward(description), description.scratchpad_desc(), description, forward)
                .declare(DNNL_ARG_DST, layout)
                .declare(DNNL_ARG_DIFF_DST, layout)
                .declare(DNNL_ARG_DIFF_SRC, layout);
    }

    /** Gradient of {@link Operations#resampling} by its input. */
    public static Primitive ofResampling(memory.desc diffSrc, memory.desc diffDst) {
        primitive_desc forward =
                Operations.resamplingDescription(prop_kind.forward_training, diffSrc, diffDst, new post_ops());
        var created = new PointerPointer<dnnl_primitive_desc>(1);
        int status = dnnl_resampling_backward_primitive_desc_create(
                created,
                OneDnn.engine().get(),
                algorithm.resampling_linear.value,
                (float[]) null,
                diffSrc.get(),
                diffDst.get(),
                forward.get(),
                Operations.attributes(new post_ops()).get());
        primitive_desc description = Operations.checked(status, created);
        return new Primitive(new primitive(description), description.scratchpad_desc(), description, forward)
                .declare(DNNL_ARG_DIFF_DST, diffDst)
                .declare(DNNL_ARG_DIFF_SRC, diffSrc);
    }
}
