package io.treehouse.model.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_FROM;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_TO;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import io.treehouse.model.network.Activation;
import io.treehouse.model.network.Node.Convolution;
import io.treehouse.model.onednn.Layouts;
import io.treehouse.model.onednn.NativeBuffer;
import io.treehouse.model.onednn.Operations;
import io.treehouse.model.onednn.Primitive;
import io.treehouse.model.onednn.Scratch;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A convolution of one node and one input size, forward and backward, on the memory of ND4J arrays (all f32). With a
 * reduced type the operands are converted on the way in; sums, outputs and gradients of weights stay f32.
 */
final class OneDnnConvolution implements AutoCloseable {
    /** Working memory shared by all convolutions of one kernel set; one of them runs at a time. */
    record Memory(Scratch input, Scratch gradient, Scratch masked, Scratch scratchpad) implements AutoCloseable {
        Memory() {
            this(new Scratch(), new Scratch(), new Scratch(), new Scratch());
        }

        @Override
        public void close() {
            input.close();
            gradient.close();
            masked.close();
            scratchpad.close();
        }
    }

    private final boolean reduced;
    private final Memory shared;
    private final stream on;
    private final memory.desc operandInput;
    private final memory.desc operandOutput;
    private final memory.desc output;
    private final Operations.Forward forward;
    private final Operations.Backward byData;
    private final Operations.Backward byWeights;
    private final Primitive activationBackward;
    private final Primitive inputToOperand;
    private final Primitive gradientToOperand;
    private final Primitive weightsToForward;
    private final Primitive weightsToBackward;
    private final Primitive gradientFromBackward;
    private final NativeBuffer forwardWeights;
    private final NativeBuffer backwardWeights;
    private final NativeBuffer gradientWeights;

    OneDnnConvolution(
            Convolution node, long batch, long height, long width, data_type operand, Memory shared, stream on) {
        this.shared = shared;
        this.on = on;
        this.reduced = operand != data_type.f32;
        long outHeight = Layouts.outputSize(node, height);
        long outWidth = Layouts.outputSize(node, width);
        memory.desc input = Layouts.image(batch, height, width, node.inChannels(), data_type.f32);
        output = Layouts.image(batch, outHeight, outWidth, node.outChannels(), data_type.f32);
        operandInput = Layouts.image(batch, height, width, node.inChannels(), operand);
        operandOutput = Layouts.image(batch, outHeight, outWidth, node.outChannels(), operand);
        forward = Operations.convolution(node, prop_kind.forward_training, operandInput, output, false);
        byData = Operations.convolutionBackwardData(node, forward, input, operandOutput);
        byWeights = Operations.convolutionBackwardWeights(node, forward, operandInput, operandOutput);
        activationBackward =
                node.activation() == Activation.NONE ? null : Operations.activationBackward(node.activation(), output);
        inputToOperand = reduced ? Operations.reorder(input, operandInput) : null;
        gradientToOperand = reduced ? Operations.reorder(output, operandOutput) : null;
        memory.desc plain = Layouts.plainWeights(node);
        weightsToForward = Operations.reorder(plain, forward.weights());
        weightsToBackward = Operations.reorder(plain, byData.weights());
        gradientFromBackward = Operations.reorder(byWeights.weights(), plain);
        forwardWeights = new NativeBuffer(forward.weights().get_size());
        backwardWeights = new NativeBuffer(byData.weights().get_size());
        gradientWeights = new NativeBuffer(byWeights.weights().get_size());
    }

    void forward(INDArray x, INDArray w, INDArray b, INDArray y) {
        convert(weightsToForward, Addresses.of(w), forwardWeights.pointer());
        forward.primitive()
                .set(DNNL_ARG_SRC, operandOf(x))
                .set(DNNL_ARG_WEIGHTS, forwardWeights.pointer())
                .set(DNNL_ARG_BIAS, Addresses.of(b))
                .set(DNNL_ARG_DST, Addresses.of(y));
        run(forward.primitive());
    }

    void backward(INDArray x, INDArray w, INDArray y, INDArray dy, INDArray dx, INDArray dw, INDArray db) {
        Pointer gradient = gradientOperand(y, dy);
        byWeights
                .primitive()
                .set(DNNL_ARG_SRC, operandOf(x))
                .set(DNNL_ARG_DIFF_DST, gradient)
                .set(DNNL_ARG_DIFF_WEIGHTS, gradientWeights.pointer())
                .set(DNNL_ARG_DIFF_BIAS, Addresses.of(db));
        run(byWeights.primitive());
        convert(gradientFromBackward, gradientWeights.pointer(), Addresses.of(dw));
        if (dx != null) {
            convert(weightsToBackward, Addresses.of(w), backwardWeights.pointer());
            byData.primitive()
                    .set(DNNL_ARG_DIFF_DST, gradient)
                    .set(DNNL_ARG_WEIGHTS, backwardWeights.pointer())
                    .set(DNNL_ARG_DIFF_SRC, Addresses.of(dx));
            run(byData.primitive());
        }
    }

    private Pointer operandOf(INDArray x) {
        if (!reduced) {
            return Addresses.of(x);
        }
        Pointer converted = shared.input().atLeast(operandInput.get_size());
        convert(inputToOperand, Addresses.of(x), converted);
        return converted;
    }

    /** The gradient before the activation, in the type of the operands. */
    private Pointer gradientOperand(INDArray y, INDArray dy) {
        Pointer gradient = Addresses.of(dy);
        if (activationBackward != null) {
            Pointer masked = shared.masked().atLeast(output.get_size());
            activationBackward
                    .set(DNNL_ARG_DST, Addresses.of(y))
                    .set(DNNL_ARG_DIFF_DST, gradient)
                    .set(DNNL_ARG_DIFF_SRC, masked);
            run(activationBackward);
            gradient = masked;
        }
        if (reduced) {
            Pointer converted = shared.gradient().atLeast(operandOutput.get_size());
            convert(gradientToOperand, gradient, converted);
            gradient = converted;
        }
        return gradient;
    }

    private void convert(Primitive reorder, Pointer from, Pointer to) {
        run(reorder.set(DNNL_ARG_FROM, from).set(DNNL_ARG_TO, to));
    }

    private void run(Primitive primitive) {
        primitive.scratchpad(shared.scratchpad().atLeast(primitive.scratchpadBytes()));
        primitive.run(on);
    }

    @Override
    public void close() {
        forward.primitive().close();
        byData.primitive().close();
        byWeights.primitive().close();
        for (Primitive optional : new Primitive[] {activationBackward, inputToOperand, gradientToOperand}) {
            if (optional != null) {
                optional.close();
            }
        }
        weightsToForward.close();
        weightsToBackward.close();
        gradientFromBackward.close();
        forwardWeights.close();
        backwardWeights.close();
        gradientWeights.close();
    }
}
