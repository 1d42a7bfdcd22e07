package io.treehouse.model.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_FROM;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_TO;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.dnnl_resampling_forward_primitive_desc_create;

import io.treehouse.model.network.Activation;
import io.treehouse.model.network.Node.Convolution;
import java.util.function.Supplier;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.global.dnnl.scratchpad_mode;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.primitive_desc;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.javacpp.PointerPointer;

/** Makes the forward operations that training and inference use, all with working memory from the caller. */
public final class Operations {
    static final float RELU6_LIMIT = 6;

    private Operations() {}

    /** A convolution forward, and the order in which it wants its weights. */
    public record Forward(Primitive primitive, memory.desc weights, convolution_forward.primitive_desc description) {}

    /**
     * {@code dst = activation(convolution(src, weights) + bias [+ dst])}.
     *
     * @param kind training or inference
     * @param addToDestination whether the result is added to what stands in dst (then without activation before it)
     */
    public static Forward convolution(
            Convolution node, prop_kind kind, memory.desc src, memory.desc dst, boolean addToDestination) {
        memory.desc weights = Layouts.anyWeights(node, src.get_data_type());
        return convolution(node, kind, src, weights, dst, attributes(after(node, addToDestination)));
    }

    static Forward convolution(
            Convolution node,
            prop_kind kind,
            memory.desc src,
            memory.desc weights,
            memory.desc dst,
            primitive_attr attributes) {
        Supplier<convolution_forward.primitive_desc> made =
                () -> forwardDescription(node, kind, src, weights, dst, attributes);
        boolean wide = src.get_data_type().intern() == data_type.f32;
        var description = kind == prop_kind.forward_inference && !wide && OneDnn.prefersGeneratedKernels()
                ? inGeneratedKernel(made)
                : made.get();
        Primitive primitive = new Primitive(
                        new convolution_forward(description), description.scratchpad_desc(), description)
                .declare(DNNL_ARG_SRC, src)
                .declare(DNNL_ARG_WEIGHTS, description.weights_desc())
                .declare(DNNL_ARG_BIAS, description.bias_desc())
                .declare(DNNL_ARG_DST, dst);
        return new Forward(primitive, description.weights_desc(), description);
    }

    /** The first implementation that is generated for the convolution and made for this processor, else oneDNN's choice. */
    private static convolution_forward.primitive_desc inGeneratedKernel(
            Supplier<convolution_forward.primitive_desc> made) {
        var description = made.get();
        do {
            String name = description.impl_info_str().getString();
            if (name.startsWith("jit") && name.contains("avx512_core_") || name.startsWith("brdgmm")) {
                return description;
            }
        } while (description.next_impl());
        description.close();
        return made.get();
    }

    /** What follows the products and the bias. */
    static post_ops after(Convolution node, boolean addToDestination) {
        post_ops after = new post_ops();
        if (addToDestination) {
            after.append_sum();
        }
        appendActivation(after, node.activation());
        return after;
    }

    static convolution_forward.primitive_desc forwardDescription(
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

    /** Copies from one layout or type to another. */
    public static Primitive reorder(memory.desc from, memory.desc to) {
        return reorder(from, to, attributes(new post_ops()));
    }

    static Primitive reorder(memory.desc from, memory.desc to, primitive_attr attributes) {
        var description = new reorder.primitive_desc(OneDnn.engine(), from, OneDnn.engine(), to, attributes, false);
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

    static primitive_desc resamplingDescription(prop_kind kind, memory.desc src, memory.desc dst, post_ops after) {
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

    static primitive_desc checked(int status, PointerPointer<dnnl_primitive_desc> created) {
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

    static primitive_attr attributes(post_ops after) {
        primitive_attr attributes = new primitive_attr();
        attributes.set_post_ops(after);
        attributes.set_scratchpad_mode(scratchpad_mode.user);
        return attributes;
    }

    /** Strides and paddings in the form that oneDNN takes. */
    record Geometry(long[] strides, long[] before, long[] after) {
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
