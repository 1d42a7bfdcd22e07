package io.treehouse.model.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.treehouse.model.kernel.ConvolutionCase.Gradients;
import io.treehouse.model.onednn.OneDnn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** oneDNN against ND4J, whose gradients are those of finite differences. */
class OneDnnKernelsTest {
    /** Largest difference, relative in the Euclidean norm: sums in another order. */
    private static final double F32_TOLERANCE = 1e-5;
    /** Operands keep 8 bits of their fraction: each is off by 0.2 % on average. */
    private static final double BF16_TOLERANCE = 8e-3;

    private final Kernels reference = new Nd4jKernels();

    @BeforeEach
    void needsTheLibrary() {
        assumeTrue(OneDnn.isAvailable(), "oneDNN does not load here");
    }

    @AfterEach
    void close() {
        reference.close();
    }

    @ParameterizedTest
    @MethodSource("io.treehouse.model.kernel.ConvolutionCase#all")
    void f32AgreesWithTheReference(ConvolutionCase example) {
        try (Kernels kernels = OneDnnKernels.f32()) {
            assertAgrees(example, kernels, F32_TOLERANCE);
        }
    }

    @ParameterizedTest
    @MethodSource("io.treehouse.model.kernel.ConvolutionCase#all")
    void bf16AgreesWithTheReferenceAsFarAsItsDigitsGo(ConvolutionCase example) {
        assumeTrue(OneDnn.hasNativeBf16(), "this processor has no bf16 arithmetic");
        try (Kernels kernels = OneDnnKernels.bf16()) {
            assertAgrees(example, kernels, BF16_TOLERANCE);
        }
    }

    private void assertAgrees(ConvolutionCase example, Kernels kernels, double tolerance) {
        INDArray y = example.forward(reference, DataType.FLOAT);
        assertClose(y, example.forward(kernels, DataType.FLOAT), tolerance);
        // Both start from the same output: one that is clipped here and not there would change the gradient by a jump.
        Gradients expected = example.backward(reference, y);
        Gradients actual = example.backward(kernels, y);
        assertClose(expected.dx(), actual.dx(), tolerance);
        assertClose(expected.dw(), actual.dw(), tolerance);
        assertClose(expected.db(), actual.db(), tolerance);
    }

    private static void assertClose(INDArray expected, INDArray actual, double tolerance) {
        double difference = expected.sub(actual).norm2Number().doubleValue();
        double size = expected.norm2Number().doubleValue();
        assertTrue(difference <= tolerance * size, () -> "relative difference " + difference / size);
    }

    @Test
    void repeatedStepsGiveTheSameBits() {
        ConvolutionCase example = ConvolutionCase.wide().skip(30).findFirst().orElseThrow();
        try (Kernels kernels = KernelChoice.AUTO.open()) {
            INDArray y = example.forward(kernels, DataType.FLOAT);
            Gradients first = example.backward(kernels, y);
            Gradients second = example.backward(kernels, y);
            assertEquals(first.dx(), second.dx());
            assertEquals(first.dw(), second.dw());
        }
    }

    @Test
    void readsAndWritesViewsInPlace() {
        ConvolutionCase example = ConvolutionCase.narrow().findFirst().orElseThrow();
        INDArray x = example.x(DataType.FLOAT);
        INDArray longer = Nd4j.zeros(DataType.FLOAT, x.length() + 7);
        INDArray view = longer.get(NDArrayIndex.interval(7, x.length() + 7)).reshape('c', x.shape());
        view.assign(x);
        try (Kernels kernels = OneDnnKernels.f32()) {
            INDArray y = example.y(DataType.FLOAT);
            kernels.convolve(example.node(), view, example.w(DataType.FLOAT), example.b(DataType.FLOAT), y);
            assertEquals(example.forward(kernels, DataType.FLOAT), y);
        }
    }

    @Test
    void refusesArraysThatItWouldMisread() {
        ConvolutionCase example = ConvolutionCase.narrow().findFirst().orElseThrow();
        try (Kernels kernels = OneDnnKernels.f32()) {
            assertThrows(IllegalArgumentException.class, () -> example.forward(kernels, DataType.DOUBLE));
            INDArray transposed = example.x(DataType.FLOAT).permute(0, 2, 1, 3);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> kernels.convolve(
                            example.node(),
                            transposed,
                            example.w(DataType.FLOAT),
                            example.b(DataType.FLOAT),
                            example.y(DataType.FLOAT)));
        }
    }
}
