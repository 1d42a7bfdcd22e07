package io.treehouse.model.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.treehouse.model.network.Activation;
import io.treehouse.model.network.Node.Convolution;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class Nd4jKernelsTest {
    private static final double STEP = 1e-5;
    private static final int SAMPLES = 12;

    private final Kernels kernels = new Nd4jKernels();

    @AfterEach
    void close() {
        kernels.close();
    }

    @ParameterizedTest
    @MethodSource("io.treehouse.model.kernel.ConvolutionCase#narrow")
    void convolutionGradientsMatchFiniteDifferences(ConvolutionCase example) {
        DataType type = DataType.DOUBLE;
        INDArray x = example.x(type);
        INDArray w = example.w(type);
        INDArray b = example.b(type);
        INDArray y = example.y(type);
        INDArray dy = example.dy(type);
        INDArray dx = x.like();
        INDArray dw = w.like();
        INDArray db = b.like();
        kernels.convolve(example.node(), x, w, b, y);
        kernels.convolveBackward(example.node(), x, w, y, dy, dx, dw, db);
        Loss loss = () -> {
            INDArray output = y.like();
            kernels.convolve(example.node(), x, w, b, output);
            return output.mul(dy).sumNumber().doubleValue();
        };
        assertGradient(loss, x, dx);
        assertGradient(loss, w, dw);
        assertGradient(loss, b, db);
    }

    @ParameterizedTest
    @CsvSource({"2,5,4", "4,3,6", "2,1,1"})
    void resizeGradientsMatchFiniteDifferences(int factor, int height, int width) {
        INDArray x = ConvolutionCase.random(DataType.DOUBLE, 1, 2, height, width, 3);
        INDArray dy = ConvolutionCase.random(DataType.DOUBLE, 2, 2, (long) height * factor, (long) width * factor, 3);
        INDArray dx = x.like();
        kernels.resizeBackward(factor, dy, dx);
        Loss loss = () -> {
            INDArray output = dy.like();
            kernels.resize(factor, x, output);
            return output.mul(dy).sumNumber().doubleValue();
        };
        assertGradient(loss, x, dx);
    }

    @Test
    void evenStridesPadTheBottomAndTheRightAsTensorFlowDoes() {
        Convolution node = new Convolution("conv", "input", 3, 2, 1, 1, false, Activation.NONE);
        INDArray x = Nd4j.arange(16).castTo(DataType.FLOAT).reshape(1, 4, 4, 1);
        INDArray w = Nd4j.ones(DataType.FLOAT, 3, 3, 1, 1);
        INDArray y = Nd4j.create(DataType.FLOAT, 1, 2, 2, 1);
        kernels.convolve(node, x, w, Nd4j.zeros(DataType.FLOAT, 1), y);
        assertArrayEquals(new float[] {45, 39, 66, 50}, y.ravel().toFloatVector());
    }

    @Test
    void inputGradientMayBeOmitted() {
        ConvolutionCase example = ConvolutionCase.narrow().findFirst().orElseThrow();
        INDArray x = example.x(DataType.FLOAT);
        INDArray w = example.w(DataType.FLOAT);
        INDArray y = example.y(DataType.FLOAT);
        INDArray dy = example.dy(DataType.FLOAT);
        INDArray db = example.b(DataType.FLOAT);
        INDArray dw = w.like();
        kernels.convolveBackward(example.node(), x, w, y, dy, null, dw, db);
        INDArray expected = w.like();
        kernels.convolveBackward(example.node(), x, w, y, dy, x.like(), expected, db);
        assertEquals(expected, dw);
    }

    /** A scalar function of the arrays under test. */
    private interface Loss {
        double value();
    }

    private static void assertGradient(Loss loss, INDArray parameter, INDArray gradient) {
        Random random = new Random(5);
        for (int i = 0; i < SAMPLES; i++) {
            long index = random.nextInt(Math.toIntExact(parameter.length()));
            double value = parameter.getDouble(index);
            parameter.putScalar(index, value + STEP);
            double above = loss.value();
            parameter.putScalar(index, value - STEP);
            double below = loss.value();
            parameter.putScalar(index, value);
            double expected = (above - below) / (2 * STEP);
            assertEquals(expected, gradient.getDouble(index), 1e-6 * Math.max(1, Math.abs(expected)));
        }
    }
}
