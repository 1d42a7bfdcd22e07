package io.treehouse.model.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.model.kernel.Kernels;
import io.treehouse.model.kernel.Nd4jKernels;
import io.treehouse.model.network.Activation;
import io.treehouse.model.network.NetworkSpec;
import io.treehouse.model.network.Node.Convolution;
import io.treehouse.model.network.Node.Resize;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class DataParallelTrainingTest {
    private static final int SIZE = 16;
    private static final int BATCH = 6;
    private static final int PARTS = 3;

    private static final NetworkSpec TINY = new NetworkSpec(
            "tiny",
            List.of(
                    new Convolution("stem", NetworkSpec.INPUT, 3, 2, 3, 6, false, Activation.RELU6),
                    new Convolution("classes", "stem", 1, 1, 6, SurfaceClass.COUNT, false, Activation.NONE),
                    new Resize("logits", "classes", 2)));

    private final INDArray images = images();
    private final INDArray labels = labels();

    private static INDArray images() {
        Random random = new Random(1);
        float[] values = new float[BATCH * SIZE * SIZE * 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Nd4j.createFromArray(values).reshape('c', BATCH, SIZE, SIZE, 3);
    }

    /** Bright pixels are buildings; the first crop has only these, so that the parts show other classes. */
    private INDArray labels() {
        INDArray bits = Nd4j.zeros(DataType.FLOAT, BATCH, SIZE, SIZE, 1);
        for (long i = 0; i < bits.length(); i++) {
            boolean building = i < SIZE * SIZE || images.getDouble(i * 3) > 0;
            bits.putScalar(
                    i,
                    ClassSet.of(building ? SurfaceClass.BUILDING : SurfaceClass.WATER)
                            .bits());
        }
        return bits;
    }

    private static OptimizerSettings settings() {
        WarmupCosine rate = new WarmupCosine(0.02, 0, 1000, 0.1);
        return new OptimizerSettings(rate, rate, 1e-4, 5, new SetLoss(0.5), 0, 3);
    }

    private static DataParallelTraining training(int atWork) {
        return new DataParallelTraining(TINY, SIZE, Set.of(), settings(), Nd4jKernels::new, PARTS, atWork);
    }

    @Test
    void lossAndGradientAreThoseOfTheWholeBatch() {
        TrainingGraph whole = TrainingGraph.build(TINY, SIZE, Set.of(), settings(), new Nd4jKernels(), DataType.FLOAT);
        double expected = whole.gradients(images, labels);
        try (DataParallelTraining training = training(2)) {
            double loss = training.gradients(images, labels);

            assertEquals(expected, loss, 1e-6);
            assertArrayEquals(
                    whole.gradientView().dup().data().asFloat(),
                    training.graph().gradientView().dup().data().asFloat(),
                    1e-6f);
        }
    }

    @Test
    void theNumberOfThreadsAtWorkChangesNoBit() {
        assertArrayEquals(weightsAfterThreeSteps(1), weightsAfterThreeSteps(PARTS));
    }

    private float[] weightsAfterThreeSteps(int atWork) {
        try (DataParallelTraining training = training(atWork)) {
            for (int step = 0; step < 3; step++) {
                training.step(step, 0, images, labels);
            }
            return training.graph().parameters().dup().data().asFloat();
        }
    }

    @Test
    void aPartThatFailsEndsTheStepOfAll() {
        AtomicInteger opened = new AtomicInteger();
        try (DataParallelTraining training = new DataParallelTraining(
                TINY,
                SIZE,
                Set.of(),
                settings(),
                () -> opened.getAndIncrement() == 1 ? new NoMemory() : new Nd4jKernels(),
                PARTS,
                1)) {

            assertThrows(CompletionException.class, () -> training.step(0, 0, images, labels));
        }
    }

    /** Kernels that cannot compute. */
    private static final class NoMemory implements Kernels {
        @Override
        public String name() {
            return "none";
        }

        @Override
        public void convolve(Convolution node, INDArray x, INDArray w, INDArray b, INDArray y) {
            throw new IllegalStateException("no memory");
        }

        @Override
        public void convolveBackward(
                Convolution node,
                INDArray x,
                INDArray w,
                INDArray y,
                INDArray dy,
                INDArray dx,
                INDArray dw,
                INDArray db) {
            throw new IllegalStateException("no memory");
        }

        @Override
        public void resize(int factor, INDArray x, INDArray y) {
            throw new IllegalStateException("no memory");
        }

        @Override
        public void resizeBackward(int factor, INDArray dy, INDArray dx) {
            throw new IllegalStateException("no memory");
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }

    @Test
    void aLossThatIsNotFiniteChangesNothing() {
        try (DataParallelTraining training = training(2)) {
            training.graph().load(Map.of("classes.b", new float[] {Float.NaN, 0, 0, 0, 0}));
            float[] before = training.graph().parameters().dup().data().asFloat();

            double loss = training.step(0, 0, images, labels);

            assertTrue(Double.isNaN(loss), "loss " + loss);
            assertArrayEquals(before, training.graph().parameters().dup().data().asFloat());
        }
    }

    @Test
    void aBatchWithoutEqualPartsIsRefused() {
        try (DataParallelTraining training = training(1)) {
            var five = NDArrayIndex.interval(0, BATCH - 1);

            assertThrows(IllegalArgumentException.class, () -> training.step(0, 0, images.get(five), labels.get(five)));
        }
    }
}
