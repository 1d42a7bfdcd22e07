package io.treehouse.model.engine;

import static io.treehouse.model.onednn.EightBitOperations.FACTORS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_FROM;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_TO;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import io.treehouse.model.network.Node.Convolution;
import io.treehouse.model.network.Node.Resize;
import io.treehouse.model.onednn.Address;
import io.treehouse.model.onednn.EightBitOperations;
import io.treehouse.model.onednn.EightBitsInFloats;
import io.treehouse.model.onednn.Layouts;
import io.treehouse.model.onednn.Operations;
import io.treehouse.model.onednn.Primitive;
import java.util.List;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.javacpp.Pointer;

/**
 * A primitive with the places of its arguments in the working memory.
 *
 * @param primitive the operation; its weights, if any, are set
 * @param arguments the others
 * @param output what it writes
 */
record OneDnnCall(Primitive primitive, List<Argument> arguments, Tensor output) {
    /** An argument ({@code DNNL_ARG_…}) and its first byte in the working memory. */
    private record Argument(int kind, long offset) {}

    OneDnnCall {
        arguments = List.copyOf(arguments);
    }

    /** The calls that a step takes. */
    static List<OneDnnCall> of(Step step, PackedWeights weights) {
        OneDnnCall operation = operation(step, weights);
        return step.converted()
                .map(copy -> List.of(conversion(step.inputs().get(0), copy, weights), operation))
                .orElse(List.of(operation));
    }

    private static OneDnnCall operation(Step step, PackedWeights weights) {
        Tensor first = step.converted().orElse(step.inputs().get(0));
        if (step.node() instanceof Convolution convolution) {
            Primitive primitive = convolution(convolution, first, step, weights);
            return unary(primitive, DNNL_ARG_SRC, first, DNNL_ARG_DST, step.output());
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
                        new Argument(DNNL_ARG_DST, step.output().offset())),
                step.output());
    }

    /** Copies floating point to a tensor of another type. */
    private static OneDnnCall conversion(Tensor from, Tensor to, PackedWeights weights) {
        Encoding target = to.encoding();
        if (!target.isEightBit()) {
            return unary(Operations.reorder(layout(from), layout(to)), DNNL_ARG_FROM, from, DNNL_ARG_TO, to);
        }
        long count = from.shape().values();
        Primitive rounding = (target.isEightBitInFloats()
                        ? EightBitsInFloats.rounding(count, type(from), isSigned(target), target.zero())
                        : EightBitOperations.rounding(count, type(from), type(to), target.zero()))
                .set(DNNL_ARG_SRC_1, weights.single(1 / target.scale()));
        return unary(rounding, DNNL_ARG_SRC_0, from, DNNL_ARG_DST, to);
    }

    private static OneDnnCall unary(Primitive primitive, int source, Tensor from, int destination, Tensor to) {
        return new OneDnnCall(
                primitive, List.of(new Argument(source, from.offset()), new Argument(destination, to.offset())), to);
    }

    private static Primitive convolution(Convolution node, Tensor input, Step step, PackedWeights weights) {
        if (input.encoding().isEightBitInFloats()) {
            return convolutionInFloats(node, input, step, weights);
        }
        return input.encoding().isEightBit()
                ? eightBitConvolution(node, input, step, weights)
                : wideConvolution(node, input, step, weights);
    }

    private static Primitive wideConvolution(Convolution node, Tensor input, Step step, PackedWeights weights) {
        Operations.Forward forward = Operations.convolution(
                node, prop_kind.forward_inference, layout(input), layout(step.output()), step.accumulates());
        boolean bf16 = input.encoding().isBf16();
        Pointer kernel = bf16 ? weights.bf16Kernel(node, forward.weights()) : weights.kernel(node, forward.weights());
        return forward.primitive()
                .set(DNNL_ARG_WEIGHTS, kernel)
                .set(DNNL_ARG_BIAS, bf16 ? weights.bf16Bias(node) : weights.bias(node));
    }

    private static Primitive eightBitConvolution(Convolution node, Tensor input, Step step, PackedWeights weights) {
        Operations.Forward forward =
                EightBitOperations.convolution(node, layout(input), layout(step.output()), step.accumulates());
        PackedWeights.Folded folded =
                weights.folded(node, input.encoding(), step.output().encoding());
        return forward.primitive()
                .set(DNNL_ARG_WEIGHTS, weights.kernel(node, forward.weights()))
                .set(FACTORS, folded.factors().pointer())
                .set(DNNL_ARG_BIAS, folded.bias().pointer());
    }

    private static Primitive convolutionInFloats(Convolution node, Tensor input, Step step, PackedWeights weights) {
        Encoding output = step.output().encoding();
        Operations.Forward forward = output.isEightBitInFloats()
                ? EightBitsInFloats.convolution(node, layout(input), layout(step.output()), isSigned(output))
                : Operations.convolution(
                        node, prop_kind.forward_inference, layout(input), layout(step.output()), step.accumulates());
        return forward.primitive()
                .set(DNNL_ARG_WEIGHTS, weights.kernelInFloats(node, input.encoding(), output, forward.weights()))
                .set(
                        DNNL_ARG_BIAS,
                        weights.folded(node, input.encoding(), output).bias().pointer());
    }

    private static boolean isSigned(Encoding encoding) {
        return encoding.type() == Encoding.Type.S8_IN_F32;
    }

    private static memory.desc layout(Tensor tensor) {
        return Layouts.image(
                1,
                tensor.shape().height(),
                tensor.shape().width(),
                tensor.shape().channels(),
                type(tensor));
    }

    private static data_type type(Tensor tensor) {
        return switch (tensor.encoding().type()) {
            case F32, BF16_IN_F32, U8_IN_F32, S8_IN_F32 -> data_type.f32;
            case BF16 -> data_type.bf16;
            case U8 -> data_type.u8;
            case S8 -> data_type.s8;
        };
    }

    /** Points the arguments at a working memory that begins at an address, and at the scratchpad within it. */
    void bind(long memory, long scratchpad) {
        for (Argument argument : arguments) {
            primitive.set(argument.kind(), new Address(memory + argument.offset()));
        }
        primitive.scratchpad(new Address(memory + scratchpad));
    }
}
