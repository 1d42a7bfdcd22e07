package io.treehouse.model.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import io.treehouse.model.network.Activation;
import io.treehouse.model.network.Node.Convolution;
import io.treehouse.model.onednn.Gradients;
import io.treehouse.model.onednn.Layouts;
import io.treehouse.model.onednn.NativeBuffer;
import io.treehouse.model.onednn.Operations;
import io.treehouse.model.onednn.Primitive;
import io.treehouse.model.onednn.Runner;
import io.treehouse.model.onednn.Scratch;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A convolution of one node and one input size, forward and backward, on the memory of ND4J arrays (all f32). In bf16,
 * operands are rounded on the way in; sums, outputs and gradients stay f32.
 */
final class OneDnnConvolution implements AutoCloseable {
    /** Side of the depthwise kernels whose weight gradient oneDNN computes slowly. */
    private static final int SLOW_DEPTHWISE = 5;

    /** Dense convolutions to fewer channels, those of the classes, have no fast bf16 kernel for the gradient by their input. */
    private static final int FEWEST_CHANNELS = 16;

    /** Working memory shared by all convolutions of one kernel set; one of them runs at a time. */
    record Memory(Scratch input, Scratch gradient, Scratch masked) implements AutoCloseable {
        Memory() {
            this(new Scratch(), new Scratch(), new Scratch());
        }

        @Override
        public void close() {
            input.close();
            gradient.close();
            masked.close();
        }
    }

    private final Runner runner;
    private final Memory shared;
    private final memory.desc output;
    private final boolean roundsGradient;
    private final Operand forwardInput;
    private final Operand weightsInput;
    private final Operand weightsGradient;
    private final Operations.Forward forward;
    private final Gradients.Backward byData;
    private final WeightGradient byWeights;
    private final Primitive activationBackward;
    private final Primitive weightsToForward;
    private final Primitive weightsToBackward;
    private final NativeBuffer forwardWeights;
    private final NativeBuffer backwardWeights;

    OneDnnConvolution(
            Convolution node, long batch, long height, long width, boolean bf16, Memory shared, Runner runner) {
        this.shared = shared;
        this.runner = runner;
        // Depthwise convolutions stay f32: their strided backward pass has no fast bf16 kernel.
        roundsGradient = bf16 && !node.depthwise() && node.outChannels() >= FEWEST_CHANNELS;
        boolean grouped = bf16 && node.depthwise() && node.kernel() == SLOW_DEPTHWISE && WeightGradient.canGroup(node);
        data_type operand = roundsGradient ? data_type.bf16 : data_type.f32;
        data_type weightsOperand = grouped ? data_type.bf16 : operand;

        memory.desc input = Layouts.image(batch, height, width, node.inChannels(), data_type.f32);
        long outHeight = Layouts.outputSize(node, height);
        long outWidth = Layouts.outputSize(node, width);
        output = Layouts.image(batch, outHeight, outWidth, node.outChannels(), data_type.f32);
        forwardInput = new Operand(input, ofType(input, operand), shared.input());
        weightsInput = new Operand(input, ofType(input, weightsOperand), shared.input());
        weightsGradient = new Operand(output, ofType(output, weightsOperand), shared.gradient());

        forward = Operations.convolution(node, prop_kind.forward_training, forwardInput.layout(), output, false);
        byData = Gradients.byInput(node, forward, input, ofType(output, operand));
        byWeights = grouped
                ? WeightGradient.grouped(node, weightsInput.layout(), weightsGradient.layout())
                : WeightGradient.direct(node, forward, weightsInput.layout(), weightsGradient.layout());
        activationBackward =
                node.activation() == Activation.NONE ? null : Gradients.ofActivation(node.activation(), output);
        memory.desc plain = Layouts.plainWeights(node);
        weightsToForward = Operations.reorder(plain, forward.weights());
        weightsToBackward = Operations.reorder(plain, byData.weights());
        forwardWeights = new NativeBuffer(forward.weights().get_size());
        backwardWeights = new NativeBuffer(byData.weights().get_size());
    }

    private static memory.desc ofType(memory.desc image, data_type type) {
        long[] dims = new long[image.get_ndims()];
        image.get_dims().get(dims);
        return Layouts.image(dims[0], dims[2], dims[3], dims[1], type);
    }

    void forward(INDArray x, INDArray w, INDArray b, INDArray y) {
        runner.convert(weightsToForward, Addresses.of(w), forwardWeights.pointer());
        runner.run(forward.primitive()
                .set(DNNL_ARG_SRC, forwardInput.of(Addresses.of(x), runner))
                .set(DNNL_ARG_WEIGHTS, forwardWeights.pointer())
                .set(DNNL_ARG_BIAS, Addresses.of(b))
                .set(DNNL_ARG_DST, Addresses.of(y)));
    }

    void backward(INDArray x, INDArray w, INDArray y, INDArray dy, INDArray dx, INDArray dw, INDArray db) {
        Pointer gradient = beforeActivation(y, dy);
        Pointer operand = weightsGradient.of(gradient, runner);
        byWeights.compute(
                runner, weightsInput.of(Addresses.of(x), runner), operand, Addresses.of(dw), Addresses.of(db));
        if (dx != null) {
            runner.convert(weightsToBackward, Addresses.of(w), backwardWeights.pointer());
            runner.run(byData.primitive()
                    .set(DNNL_ARG_DIFF_DST, roundsGradient ? operand : gradient)
                    .set(DNNL_ARG_WEIGHTS, backwardWeights.pointer())
                    .set(DNNL_ARG_DIFF_SRC, Addresses.of(dx)));
        }
    }

    private Pointer beforeActivation(INDArray y, INDArray dy) {
        if (activationBackward == null) {
            return Addresses.of(dy);
        }
        Pointer masked = shared.masked().atLeast(output.get_size());
        runner.run(activationBackward
                .set(DNNL_ARG_DST, Addresses.of(y))
                .set(DNNL_ARG_DIFF_DST, Addresses.of(dy))
                .set(DNNL_ARG_DIFF_SRC, masked));
        return masked;
    }

    @Override
    public void close() {
        forwardInput.close();
        weightsInput.close();
        weightsGradient.close();
        forward.primitive().close();
        byData.primitive().close();
        byWeights.close();
        if (activationBackward != null) {
            activationBackward.close();
        }
        weightsToForward.close();
        weightsToBackward.close();
        forwardWeights.close();
        backwardWeights.close();
    }
}
