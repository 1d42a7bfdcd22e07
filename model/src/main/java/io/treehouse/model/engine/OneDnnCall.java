package io.treehouse.model.engine;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_FROM;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_TO;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import io.treehouse.model.bundle.Arithmetic;
import io.treehouse.model.network.Node.Convolution;
import io.treehouse.model.network.Node.Resize;
import io.treehouse.model.onednn.Address;
import io.treehouse.model.onednn.Layouts;
import io.treehouse.model.onednn.Operations;
import io.treehouse.model.onednn.Primitive;
import java.util.List;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;

/**
 * A primitive with the places of its arguments in the working memory.
 *
 * @param primitive the operation; its weights, if any, are set
 * @param arguments the others
 */
record OneDnnCall(Primitive primitive, List<Argument> arguments) {
    /** An argument ({@code DNNL_ARG_…}) and its first byte in the working memory. */
    private record Argument(int kind, long offset) {}

    OneDnnCall {
        arguments = List.copyOf(arguments);
    }

    static OneDnnCall of(Step step, PackedWeights weights) {
        Tensor first = step.inputs().get(0);
        if (step.node() instanceof Convolution convolution) {
            return unary(convolution(convolution, step, weights), DNNL_ARG_SRC, first, DNNL_ARG_DST, step.output());
        }
        if (step.node() instanceof Resize) {
            Primitive resampling = Operations.resampling(
                    prop_kind.forward_inference, layout(first), layout(step.output()), step.accumulates());
            return unary(resampling, DNNL_ARG_SRC, first, DNNL_ARG_DST, step.output());
        }
        Tensor second = step.inputs().get(1);
        Primitive addition = Operations.addition(layout(first), layout(second), layout(step.output()));
        return new OneDnnCall(
                addition,
                List.of(
                        new Argument(DNNL_ARG_SRC_0, first.offset()),
                        new Argument(DNNL_ARG_SRC_1, second.offset()),
                        new Argument(DNNL_ARG_DST, step.output().offset())));
    }

    /** Copies a tensor to another of a different type. */
    static OneDnnCall conversion(Tensor from, Tensor to) {
        return unary(Operations.reorder(layout(from), layout(to)), DNNL_ARG_FROM, from, DNNL_ARG_TO, to);
    }

    private static OneDnnCall unary(Primitive primitive, int source, Tensor from, int destination, Tensor to) {
        return new OneDnnCall(
                primitive, List.of(new Argument(source, from.offset()), new Argument(destination, to.offset())));
    }

    private static Primitive convolution(Convolution node, Step step, PackedWeights weights) {
        Operations.Forward forward = Operations.convolution(
                node,
                prop_kind.forward_inference,
                layout(step.inputs().get(0)),
                layout(step.output()),
                step.accumulates());
        return forward.primitive()
                .set(DNNL_ARG_WEIGHTS, weights.kernel(node, forward.weights()))
                .set(DNNL_ARG_BIAS, weights.bias(node));
    }

    private static memory.desc layout(Tensor tensor) {
        data_type type = tensor.type() == Arithmetic.F32 ? data_type.f32 : data_type.bf16;
        return Layouts.image(
                1,
                tensor.shape().height(),
                tensor.shape().width(),
                tensor.shape().channels(),
                type);
    }

    /** Points the arguments at a working memory that begins at an address, and at the scratchpad within it. */
    void bind(long memory, long scratchpad) {
        for (Argument argument : arguments) {
            primitive.set(argument.kind(), new Address(memory + argument.offset()));
        }
        primitive.scratchpad(new Address(memory + scratchpad));
    }
}
