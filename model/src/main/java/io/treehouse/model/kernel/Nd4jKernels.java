package io.treehouse.model.kernel;

import io.treehouse.model.network.Activation;
import io.treehouse.model.network.Node.Convolution;
import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Kernels of ND4J's native operations: portable, in FLOAT and DOUBLE, the reference that the others are tested against.
 */
public final class Nd4jKernels implements Kernels {
    private static final int SAME_PADDING = 1;
    private static final int CHANNELS_LAST = 1;
    private static final double RELU6_LIMIT = 6;

    private record MatrixKey(DataType type, long size, int factor) {}

    private final Map<MatrixKey, INDArray> interpolations = new HashMap<>();

    @Override
    public String name() {
        return "nd4j f32";
    }

    @Override
    public void convolve(Convolution node, INDArray x, INDArray w, INDArray b, INDArray y) {
        execute(convolutionOp(node, ""), new INDArray[] {x, w, b}, new INDArray[] {y}, convolutionArguments(node));
        switch (node.activation()) {
            case NONE -> {}
            case RELU -> execute("relu", new INDArray[] {y}, new INDArray[] {y});
            case RELU6 -> execute("relu6", new INDArray[] {y}, new INDArray[] {y});
        }
    }

    @Override
    public void convolveBackward(
            Convolution node, INDArray x, INDArray w, INDArray y, INDArray dy, INDArray dx, INDArray dw, INDArray db) {
        INDArray gradient = beforeActivation(node.activation(), y, dy);
        INDArray byInput = dx == null ? Nd4j.createUninitialized(x.dataType(), x.shape(), 'c') : dx;
        execute(
                convolutionOp(node, "_bp"),
                new INDArray[] {x, w, gradient},
                new INDArray[] {byInput, dw},
                convolutionArguments(node));
        db.assign(gradient.reshape('c', gradient.length() / node.outChannels(), node.outChannels())
                .sum(0));
    }

    private static INDArray beforeActivation(Activation activation, INDArray y, INDArray dy) {
        return switch (activation) {
            case NONE -> dy;
            case RELU -> dy.mul(y.gt(0).castTo(dy.dataType()));
            case RELU6 ->
                dy.mul(y.gt(0).castTo(dy.dataType())).muli(y.lt(RELU6_LIMIT).castTo(dy.dataType()));
        };
    }

    @Override
    public void resize(int factor, INDArray x, INDArray y) {
        interpolate(matrix(x, 1, factor), matrix(x, 2, factor), x, y);
    }

    @Override
    public void resizeBackward(int factor, INDArray dy, INDArray dx) {
        interpolate(matrix(dx, 1, factor).transpose(), matrix(dx, 2, factor).transpose(), dy, dx);
    }

    /** Applies a matrix along the rows and one along the columns of each channel. */
    private static void interpolate(INDArray vertical, INDArray horizontal, INDArray from, INDArray to) {
        long channels = from.size(3);
        for (int image = 0; image < from.size(0); image++) {
            INDArray source = from.slice(image).reshape('c', from.size(1), from.size(2) * channels);
            INDArray stretched = vertical.mmul(source).dup('c').reshape('c', to.size(1), from.size(2), channels);
            for (int row = 0; row < to.size(1); row++) {
                to.slice(image).slice(row).assign(horizontal.mmul(stretched.slice(row)));
            }
        }
    }

    private INDArray matrix(INDArray small, int axis, int factor) {
        return interpolations.computeIfAbsent(
                new MatrixKey(small.dataType(), small.size(axis), factor), Nd4jKernels::interpolationMatrix);
    }

    /** Weights of bilinear enlargement along one axis: {@code [factor · size, size]}, half-pixel centres, clamped. */
    private static INDArray interpolationMatrix(MatrixKey key) {
        double[][] weights = new double[(int) key.size() * key.factor()][(int) key.size()];
        for (int i = 0; i < weights.length; i++) {
            double position = Math.max(0, (i + 0.5) / key.factor() - 0.5);
            int low = (int) Math.min(position, key.size() - 1);
            int high = (int) Math.min(low + 1, key.size() - 1);
            weights[i][low] += 1 - (position - low);
            weights[i][high] += position - low;
        }
        return Nd4j.createFromArray(weights).castTo(key.type());
    }

    private static String convolutionOp(Convolution node, String suffix) {
        return (node.depthwise() ? "depthwise_conv2d" : "conv2d") + suffix;
    }

    private static int[] convolutionArguments(Convolution node) {
        int k = node.kernel();
        int s = node.stride();
        return new int[] {k, k, s, s, 0, 0, 1, 1, SAME_PADDING, CHANNELS_LAST, 0};
    }

    private static void execute(String op, INDArray[] inputs, INDArray[] outputs, int... arguments) {
        CustomOp built = DynamicCustomOp.builder(op)
                .addInputs(inputs)
                .addOutputs(outputs)
                .addIntegerArguments(arguments)
                .addFloatingPointArguments(arguments.length == 0 ? new Double[] {0.0} : new Double[0])
                .build();
        Nd4j.getExecutioner().exec(built);
    }

    @Override
    public void close() {
        interpolations.clear();
    }
}
