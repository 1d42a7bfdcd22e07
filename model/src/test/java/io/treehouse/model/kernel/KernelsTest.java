package io.treehouse.model.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.model.network.Activation;
import io.treehouse.model.network.Node.Convolution;
import io.treehouse.model.onednn.OneDnn;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Every implementation gives the gradients of finite differences, or those of the reference. */
class KernelsTest {
    private final Nd4jKernels reference = new Nd4jKernels();

    @AfterEach
    void close() {
        reference.close();
    }

    static Stream<Convolution> convolutions() {
        return Stream.of(1, 3, 5)
                .flatMap(kernel -> Stream.of(1, 2)
                        .flatMap(stride -> Stream.of(
                                new Convolution("dense", "x", kernel, stride, 3, 4, false, Activation.NONE),
                                new Convolution("dense", "x", kernel, stride, 16, 32, false, Activation.RELU6),
                                new Convolution("depthwise", "x", kernel, stride, 48, 48, true, Activation.RELU6),
                                new Convolution("depthwise", "x", kernel, stride, 3, 3, true, Activation.RELU))));
    }

    @ParameterizedTest
    @MethodSource("convolutions")
    void referenceGradientsAreThoseOfFiniteDifferences(Convolution node) {
        for (Case c : List.of(Case.draw(node, 6, 7, DataType.DOUBLE), Case.draw(node, 4, 4, DataType.DOUBLE))) {
            Gradients analytic = c.gradients(reference);

            checkByDifferences(c, c.x, analytic.dx());
            checkByDifferences(c, c.w, analytic.dw());
            checkByDifferences(c, c.b, analytic.db());
        }
    }

    private void checkByDifferences(Case c, INDArray parameter, INDArray gradient) {
        double step = 1e-6;
        for (long i = 0; i < parameter.length(); i += Math.max(1, parameter.length() / 20)) {
            double value = parameter.getDouble(i);
            parameter.putScalar(i, value + step);
            double above = c.weightedOutput(reference);
            parameter.putScalar(i, value - step);
            double below = c.weightedOutput(reference);
            parameter.putScalar(i, value);
            assertEquals((above - below) / (2 * step), gradient.getDouble(i), 1e-4);
        }
    }

    @ParameterizedTest
    @MethodSource("convolutions")
    void oneDnnInF32AgreesWithTheReference(Convolution node) {
        Assumptions.assumeTrue(OneDnn.isAvailable(), "oneDNN does not load here");
        try (Kernels kernels = OneDnnKernels.f32()) {
            compare(node, kernels, 1e-5);
        }
    }

    @ParameterizedTest
    @MethodSource("convolutions")
    void oneDnnInBf16AgreesWithTheReferenceToThreeDigits(Convolution node) {
        Assumptions.assumeTrue(OneDnn.isAvailable() && OneDnn.hasNativeBf16(), "this processor has no bf16 arithmetic");
        try (Kernels kernels = OneDnnKernels.bf16()) {
            compare(node, kernels, 1.2e-2);
        }
    }

    private void compare(Convolution node, Kernels kernels, double tolerance) {
        for (int[] size : new int[][] {{6, 7}, {16, 16}, {33, 20}}) {
            Case c = Case.draw(node, size[0], size[1], DataType.FLOAT);
            close(c.forward(reference), c.forward(kernels), tolerance);
            // The reference's own output masks the gradient, so that an activation at its edge cannot flip.
            Gradients expected = c.gradients(reference);
            Gradients actual = c.gradients(kernels, c.forward(reference));
            close(expected.dx(), actual.dx(), tolerance);
            close(expected.dw(), actual.dw(), tolerance);
            close(expected.db(), actual.db(), tolerance);
        }
    }

    private static void close(INDArray expected, INDArray actual, double relative) {
        double difference = expected.sub(actual).norm2Number().doubleValue();
        double size = expected.norm2Number().doubleValue();
        assertTrue(difference <= relative * size, () -> "relative difference " + difference / size);
    }

    @Test
    void aConstantStaysConstantWhenEnlarged() {
        for (Kernels kernels : implementations()) {
            INDArray x = Nd4j.ones(DataType.FLOAT, 1, 3, 5, 2);
            INDArray y = Nd4j.zeros(DataType.FLOAT, 1, 6, 10, 2);
            kernels.resize(2, x, y);
            assertEquals(120, y.sumNumber().doubleValue(), 1e-4, kernels.name());
            kernels.close();
        }
    }

    @Test
    void enlargingTwiceInterpolatesBetweenPixelCentres() {
        for (Kernels kernels : implementations()) {
            INDArray x = Nd4j.createFromArray(0f, 4f, 8f).reshape(1, 1, 3, 1);
            INDArray y = Nd4j.zeros(DataType.FLOAT, 1, 2, 6, 1);
            kernels.resize(2, x, y);
            float[] row = {0, 1, 3, 5, 7, 8};
            assertArrayEquals(row, y.slice(0).slice(0).reshape(6).toFloatVector(), 1e-5f, kernels.name());
            kernels.close();
        }
    }

    @Test
    void theGradientOfEnlargingIsItsTranspose() {
        for (Kernels kernels : implementations()) {
            for (int factor : new int[] {2, 4}) {
                INDArray x = random(DataType.FLOAT, 2, 3, 5, 4);
                INDArray y = Nd4j.zeros(DataType.FLOAT, 2, 3 * factor, 5 * factor, 4);
                INDArray dy = random(DataType.FLOAT, y.shape());
                INDArray dx = Nd4j.zeros(DataType.FLOAT, x.shape());
                kernels.resize(factor, x, y);
                kernels.resizeBackward(factor, dy, dx);
                double forward = y.mul(dy).sumNumber().doubleValue();
                assertEquals(forward, x.mul(dx).sumNumber().doubleValue(), 1e-3, kernels.name());
            }
            kernels.close();
        }
    }

    private static List<Kernels> implementations() {
        return OneDnn.isAvailable()
                ? List.of(new Nd4jKernels(), OneDnnKernels.f32(), OneDnnKernels.bf16())
                : List.of(new Nd4jKernels());
    }

    private static INDArray random(DataType type, long... shape) {
        return Nd4j.randn(DataType.FLOAT, shape).castTo(type).dup('c');
    }

    private record Gradients(INDArray dx, INDArray dw, INDArray db) {}

    /** Arrays of one convolution, and weights of its output that make a scalar of it. */
    private record Case(Convolution node, INDArray x, INDArray w, INDArray b, INDArray outputWeights) {
        static Case draw(Convolution node, int height, int width, DataType type) {
            Nd4j.getRandom().setSeed(7);
            int s = node.stride();
            return new Case(
                    node,
                    random(type, 2, height, width, node.inChannels()),
                    random(type, node.weightShape()),
                    random(type, node.outChannels()),
                    random(type, 2, (height + s - 1) / s, (width + s - 1) / s, node.outChannels()));
        }

        INDArray forward(Kernels kernels) {
            INDArray y = Nd4j.zeros(x.dataType(), outputWeights.shape());
            kernels.convolve(node, x, w, b, y);
            return y;
        }

        double weightedOutput(Kernels kernels) {
            return forward(kernels).mul(outputWeights).sumNumber().doubleValue();
        }

        Gradients gradients(Kernels kernels) {
            return gradients(kernels, forward(kernels));
        }

        Gradients gradients(Kernels kernels, INDArray y) {
            Gradients g = new Gradients(x.dup('c'), w.dup('c'), b.dup('c'));
            kernels.convolveBackward(node, x, w, y, outputWeights, g.dx(), g.dw(), g.db());
            return g;
        }
    }
}
