package io.treehouse.model.kernel;

import io.treehouse.model.network.Activation;
import io.treehouse.model.network.Node.Convolution;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One convolution on one input size, with seeded arrays of its own. */
record ConvolutionCase(Convolution node, int batch, int height, int width) {
    private static final double SPREAD = 2.0;

    /** Every kernel, stride and activation, plain and depthwise, on odd and even sizes; three channels, four if dense. */
    static Stream<ConvolutionCase> narrow() {
        return nodes(3, 4)
                .flatMap(node -> Stream.of(
                        new ConvolutionCase(node, 2, 8, 6),
                        new ConvolutionCase(node, 3, 7, 9),
                        new ConvolutionCase(node, 1, 6, 7)));
    }

    /** As {@link #narrow}, with as many channels as real layers have and sizes that span several blocks of a kernel. */
    static Stream<ConvolutionCase> wide() {
        return nodes(48, 32)
                .flatMap(node -> Stream.of(new ConvolutionCase(node, 2, 16, 16), new ConvolutionCase(node, 2, 33, 20)));
    }

    static Stream<ConvolutionCase> all() {
        return Stream.concat(narrow(), wide());
    }

    private static Stream<Convolution> nodes(int in, int out) {
        return Stream.of(1, 3, 5, 7)
                .flatMap(kernel -> Stream.of(1, 2)
                        .flatMap(stride -> Stream.of(Activation.values())
                                .flatMap(activation -> Stream.of(
                                        new Convolution("dense", "input", kernel, stride, in, out, false, activation),
                                        new Convolution(
                                                "depthwise", "input", kernel, stride, in, in, true, activation)))));
    }

    INDArray x(DataType type) {
        return random(type, 11, batch, height, width, node.inChannels());
    }

    /** Weights that keep the spread of the outputs near that of the inputs. */
    INDArray w(DataType type) {
        double fanIn = (double) node.kernel() * node.kernel() * (node.depthwise() ? 1 : node.inChannels());
        return random(type, 12, node.weightShape()).divi(SPREAD * Math.sqrt(fanIn));
    }

    INDArray b(DataType type) {
        return random(type, 13, node.outChannels()).addi(1.0);
    }

    INDArray y(DataType type) {
        return Nd4j.create(type, outputShape());
    }

    INDArray dy(DataType type) {
        return random(type, 14, outputShape());
    }

    private long[] outputShape() {
        int stride = node.stride();
        return new long[] {batch, (height + stride - 1) / stride, (width + stride - 1) / stride, node.outChannels()};
    }

    static INDArray random(DataType type, int seed, long... shape) {
        Nd4j.getRandom().setSeed(seed);
        return Nd4j.randn(DataType.DOUBLE, shape).muli(SPREAD).castTo(type);
    }

    /** Gradients of a convolution. */
    record Gradients(INDArray dx, INDArray dw, INDArray db) {}

    INDArray forward(Kernels kernels, DataType type) {
        INDArray y = y(type);
        kernels.convolve(node, x(type), w(type), b(type), y);
        return y;
    }

    /** Gradients from a forward output y. */
    Gradients backward(Kernels kernels, INDArray y) {
        DataType type = y.dataType();
        Gradients gradients = new Gradients(x(type), w(type), b(type));
        kernels.convolveBackward(node, x(type), w(type), y, dy(type), gradients.dx(), gradients.dw(), gradients.db());
        return gradients;
    }

    @Override
    public String toString() {
        return "%s %dx%d, stride %d, %s, %d>%d channels, %d of %dx%d"
                .formatted(
                        node.name(),
                        node.kernel(),
                        node.kernel(),
                        node.stride(),
                        node.activation(),
                        node.inChannels(),
                        node.outChannels(),
                        batch,
                        height,
                        width);
    }
}
