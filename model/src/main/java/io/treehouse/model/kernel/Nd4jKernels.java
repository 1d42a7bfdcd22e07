package io.treehouse.model.kernel;

import io.treehouse.model.network.Activation;
import io.treehouse.model.network.Node.Convolution;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Kernels made of ND4J's native operations in NHWC, for arrays of float or double: the portable fallback, and in double
 * the reference that the other kernels are tested against.
 */
public final class Nd4jKernels implements Kernels {
    private static final int SAME_PADDING = 1;
    private static final int NHWC = 1;
    private static final int WEIGHTS_HWIO = 0;

    private final ScratchArray activationGradient = new ScratchArray();
    private final ScratchArray unusedInputGradient = new ScratchArray();

    @Override
    public String name() {
        return "nd4j f32";
    }

    @Override
    public void convolve(Convolution node, INDArray x, INDArray w, INDArray b, INDArray y) {
        Nd4j.exec(convolution(node, "").addInputs(x, w, b).addOutputs(y).build());
        switch (node.activation()) {
            case NONE -> {}
            case RELU -> activate("relu", y);
            case RELU6 -> activate("relu6", y);
        }
    }

    private static void activate(String operation, INDArray y) {
        Nd4j.exec(DynamicCustomOp.builder(operation)
                .addInputs(y)
                .addOutputs(y)
                .addFloatingPointArguments(0.0)
                .build());
    }

    @Override
    public void convolveBackward(
            Convolution node, INDArray x, INDArray w, INDArray y, INDArray dy, INDArray dx, INDArray dw, INDArray db) {
        INDArray dz = activationBackward(node.activation(), y, dy);
        INDArray inputGradient = dx == null ? unusedInputGradient.like(x) : dx;
        // The operation wants a bias to give its gradient but never reads it: any array of that shape serves.
        Nd4j.exec(convolution(node, "_bp")
                .addInputs(x, w, db, dz)
                .addOutputs(inputGradient, dw, db)
                .build());
    }

    /** The gradient by the activation's input, from the activation's output: dy where it is not clipped, else 0. */
    private INDArray activationBackward(Activation activation, INDArray y, INDArray dy) {
        if (activation == Activation.NONE) {
            return dy;
        }
        INDArray dz = activationGradient.like(y);
        if (activation == Activation.RELU6) {
            y.rsubi(6, dz);
            dz.muli(y);
        } else {
            dz.assign(y);
        }
        Nd4j.getExecutioner().exec(new Step(dz, dz));
        return dz.muli(dy);
    }

    private static DynamicCustomOp.DynamicCustomOpsBuilder convolution(Convolution node, String suffix) {
        String operation = (node.depthwise() ? "depthwise_conv2d" : "conv2d") + suffix;
        int kernel = node.kernel();
        int stride = node.stride();
        return DynamicCustomOp.builder(operation)
                .addIntegerArguments(kernel, kernel, stride, stride, 0, 0, 1, 1, SAME_PADDING, NHWC, WEIGHTS_HWIO);
    }

    @Override
    public void resize(int factor, INDArray x, INDArray y) {
        BilinearInterpolation.enlarge(factor, x, y);
    }

    @Override
    public void resizeBackward(int factor, INDArray dy, INDArray dx) {
        BilinearInterpolation.transposed(factor, dy, dx);
    }

    @Override
    public void close() {
        activationGradient.close();
        unusedInputGradient.close();
    }
}
