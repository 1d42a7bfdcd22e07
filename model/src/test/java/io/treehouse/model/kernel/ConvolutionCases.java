package io.treehouse.model.kernel;

import io.treehouse.model.network.Activation;
import io.treehouse.model.network.Node.Convolution;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One convolution on one input size, with seeded arrays of its own. */
record ConvolutionCases(Convolution node, int batch, int height, int width) {
    private static final double SPREAD = 2.0;

    /** Every kernel, stride and activation, plain and depthwise, on odd and even sizes. */
    static Stream<ConvolutionCases> all() {
        return Stream.of(1, 3, 5)
                .flatMap(kernel -> Stream.of(1, 2)
                        .flatMap(stride -> Stream.of(false, true)
                                .flatMap(depthwise -> Stream.of(Activation.values())
                                        .map(activation -> node(kernel, stride, depthwise, activation)))))
                .flatMap(node -> Stream.of(
                        new ConvolutionCases(node, 2, 8, 6),
                        new ConvolutionCases(node, 3, 7, 9),
                        new ConvolutionCases(node, 1, 6, 7)));
    }

    private static Convolution node(int kernel, int stride, boolean depthwise, Activation activation) {
        return new Convolution("conv", "input", kernel, stride, 3, depthwise ? 3 : 4, depthwise, activation);
    }

    INDArray x(DataType type) {
        return random(type, 11, batch, height, width, node.inChannels());
    }

    INDArray w(DataType type) {
        return random(type, 12, node.weightShape()).muli(1.0 / node.kernel());
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

    @Override
    public String toString() {
        return "%dx%d %dx%d stride %d%s %s"
                .formatted(
                        batch,
                        height,
                        node.kernel(),
                        width,
                        node.stride(),
                        node.depthwise() ? " depthwise" : "",
                        node.activation());
    }
}
