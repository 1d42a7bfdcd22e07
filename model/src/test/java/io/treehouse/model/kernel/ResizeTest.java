package io.treehouse.model.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.treehouse.model.onednn.OneDnn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Bilinear enlargement by every implementation. */
class ResizeTest {
    @ParameterizedTest
    @EnumSource
    void usesHalfPixelCentresAndClampsAtTheBorders(KernelChoice choice) {
        INDArray x = Nd4j.createFromArray(0f, 4f, 8f).reshape(1, 1, 3, 1);
        INDArray y = Nd4j.create(DataType.FLOAT, 1, 2, 6, 1);
        try (Kernels kernels = open(choice)) {
            kernels.resize(2, x, y);
        }
        assertArrayEquals(
                new float[] {0, 1, 3, 5, 7, 8, 0, 1, 3, 5, 7, 8}, y.ravel().toFloatVector(), 1e-5f);
    }

    @ParameterizedTest
    @EnumSource
    void keepsAConstant(KernelChoice choice) {
        INDArray y = Nd4j.create(DataType.FLOAT, 2, 12, 4, 3);
        try (Kernels kernels = open(choice)) {
            kernels.resize(4, Nd4j.ones(DataType.FLOAT, 2, 3, 1, 3), y);
        }
        assertEquals(1, y.minNumber().doubleValue(), 1e-6);
        assertEquals(1, y.maxNumber().doubleValue(), 1e-6);
    }

    @ParameterizedTest
    @EnumSource
    void theGradientIsTheTranspose(KernelChoice choice) {
        try (Kernels kernels = open(choice)) {
            for (int factor : new int[] {2, 4}) {
                INDArray x = ConvolutionCase.random(DataType.FLOAT, 1, 2, 3, 5, 20);
                INDArray dy = ConvolutionCase.random(DataType.FLOAT, 2, 2, 3L * factor, 5L * factor, 20);
                INDArray y = dy.like();
                INDArray dx = x.like();
                kernels.resize(factor, x, y);
                kernels.resizeBackward(factor, dy, dx);
                double forward = y.mul(dy).sumNumber().doubleValue();
                assertEquals(
                        forward,
                        x.mul(dx).sumNumber().doubleValue(),
                        1e-5 * y.norm2Number().doubleValue() * dy.norm2Number().doubleValue());
            }
        }
    }

    private static Kernels open(KernelChoice choice) {
        assumeTrue(choice == KernelChoice.ND4J || OneDnn.isAvailable(), "oneDNN does not load here");
        return choice.open();
    }
}
