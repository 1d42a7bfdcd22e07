package io.treehouse.model.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.model.kernel.Kernels;
import io.treehouse.model.kernel.Nd4jKernels;
import io.treehouse.model.kernel.OneDnnKernels;
import io.treehouse.model.network.Activation;
import io.treehouse.model.network.NetworkSpec;
import io.treehouse.model.network.Node;
import io.treehouse.model.network.Node.Addition;
import io.treehouse.model.network.Node.Convolution;
import io.treehouse.model.network.Node.Resize;
import io.treehouse.model.network.SegmentationNetworks;
import io.treehouse.model.onednn.OneDnn;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class TrainingGraphTest {
    private static final int SIZE = 16;

    /** Every kind of node: dense, depthwise, strided, addition, enlargement, all activations. */
    private static final NetworkSpec TINY = new NetworkSpec(
            "tiny",
            List.of(
                    new Convolution("stem", NetworkSpec.INPUT, 3, 2, 3, 6, false, Activation.RELU6),
                    new Convolution("dw", "stem", 5, 2, 6, 6, true, Activation.RELU6),
                    new Convolution("project", "dw", 1, 1, 6, 6, false, Activation.NONE),
                    new Resize("up", "project", 2),
                    new Addition("join", "up", "stem"),
                    new Convolution("smooth", "join", 3, 1, 6, 6, false, Activation.RELU),
                    new Convolution("classes", "smooth", 1, 1, 6, SurfaceClass.COUNT, false, Activation.NONE),
                    new Resize("logits", "classes", 2)));

    private static TrainingGraph graph(Kernels kernels, DataType type) {
        WarmupCosine rate = new WarmupCosine(0.02, 5, 1000, 0.1);
        OptimizerSettings settings = new OptimizerSettings(rate, rate, 1e-4, 5, new SetLoss(0.5), 0, 3);
        return TrainingGraph.build(TINY, SIZE, Set.of("stem"), settings, kernels, type);
    }

    private static INDArray images(DataType type) {
        Random random = new Random(1);
        float[] values = new float[2 * SIZE * SIZE * 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Nd4j.createFromArray(values).reshape('c', 2, SIZE, SIZE, 3).castTo(type);
    }

    /** Labels that follow from the picture's first channel, so that they can be learned; some say nothing. */
    private static INDArray labels(INDArray images) {
        INDArray labels = Nd4j.zeros(images.dataType(), 2, SIZE, SIZE, 1);
        for (long i = 0; i < labels.length(); i++) {
            boolean bright = images.getDouble(i * 3) > 0;
            ClassSet label =
                    i % 7 == 0 ? ClassSet.IGNORE : ClassSet.of(bright ? SurfaceClass.BUILDING : SurfaceClass.WATER);
            labels.putScalar(i, label.bits());
        }
        return labels;
    }

    @Test
    void theGradientOfTheWholeNetworkIsThatOfFiniteDifferences() {
        TrainingGraph graph = graph(new Nd4jKernels(), DataType.DOUBLE);
        INDArray images = images(DataType.DOUBLE);
        INDArray labels = labels(images);
        graph.gradients(images, labels);
        INDArray gradient = graph.gradientView().dup();
        INDArray parameters = graph.parameters();
        double step = 1e-4;
        double squares = 0;
        double errorSquares = 0;
        for (long i = 0; i < parameters.length(); i += 7) {
            double value = parameters.getDouble(i);
            parameters.putScalar(i, value + step);
            double above = graph.gradients(images, labels);
            parameters.putScalar(i, value - step);
            double below = graph.gradients(images, labels);
            parameters.putScalar(i, value);
            double expected = (above - below) / (2 * step);
            double error = gradient.getDouble(i) - expected;
            // The loss is computed in float: a difference of two losses is good to about 1e-7 / step.
            assertEquals(0, error, 1e-3, "parameter " + i);
            squares += expected * expected;
            errorSquares += error * error;
        }
        double relative = Math.sqrt(errorSquares / squares);
        assertTrue(relative < 2e-3, "relative error " + relative);
    }

    @Test
    void theFirstStepIsThatOfAdamWithDecoupledWeightDecay() {
        WarmupCosine rate = new WarmupCosine(0.01, 0, 10, 0.1);
        WarmupCosine encoderRate = new WarmupCosine(0.002, 0, 10, 0.1);
        OptimizerSettings settings = new OptimizerSettings(rate, encoderRate, 0.5, 1e9, new SetLoss(0), 0, 3);
        TrainingGraph graph =
                TrainingGraph.build(TINY, SIZE, Set.of("stem"), settings, new Nd4jKernels(), DataType.FLOAT);
        INDArray images = images(DataType.FLOAT);
        INDArray labels = labels(images);
        graph.gradients(images, labels);
        INDArray gradient = graph.gradientView().dup();
        INDArray before = graph.parameters().dup();

        graph.step(0, images, labels);

        // Adam's first step is the learning rate times the gradient's sign. The flat order is stem.w, stem.b, dw.w, ...
        int stemWeights = 3 * 3 * 3 * 6;
        assertStep(graph, before, gradient, 0, 0.002, 0.5);
        assertStep(graph, before, gradient, stemWeights, 0.002, 0);
        assertStep(graph, before, gradient, stemWeights + 6, 0.01, 0.5);
    }

    private static void assertStep(
            TrainingGraph graph, INDArray before, INDArray gradient, long index, double rate, double decay) {
        double value = before.getDouble(index);
        double expected = value - rate * (Math.signum(gradient.getDouble(index)) + decay * value);
        assertEquals(expected, graph.parameters().getDouble(index), 1e-5, "parameter " + index);
    }

    @Test
    void aLongGradientIsShortenedToTheLimit() {
        // Adam hides a gradient's length, but its first moment after one step is a tenth of the gradient used.
        WarmupCosine rate = new WarmupCosine(0.01, 0, 10, 0.1);
        double limit = 1e-3;
        OptimizerSettings settings = new OptimizerSettings(rate, rate, 0, limit, new SetLoss(0.5), 0, 3);
        TrainingGraph graph = TrainingGraph.build(TINY, SIZE, Set.of(), settings, new Nd4jKernels(), DataType.FLOAT);
        INDArray images = images(DataType.FLOAT);

        graph.step(0, images, labels(images));

        INDArray state = graph.updaterState().dup();
        long parameters = graph.parameters().length();
        INDArray firstMoment = state.reshape(state.length()).get(NDArrayIndex.interval(0, parameters));
        assertEquals(0.1 * limit, firstMoment.norm2Number().doubleValue(), 1e-3 * limit);
    }

    @Test
    void oneDnnGivesTheGradientsOfTheReference() {
        Assumptions.assumeTrue(OneDnn.isAvailable(), "oneDNN does not load here");
        INDArray images = images(DataType.FLOAT);
        INDArray expected = gradientOf(new Nd4jKernels(), images);
        INDArray actual = gradientOf(OneDnnKernels.f32(), images);
        double difference = expected.sub(actual).norm2Number().doubleValue();
        assertTrue(difference < 1e-4 * expected.norm2Number().doubleValue(), () -> "differs by " + difference);
    }

    private static INDArray gradientOf(Kernels kernels, INDArray images) {
        TrainingGraph graph = graph(kernels, DataType.FLOAT);
        graph.gradients(images, labels(images));
        return graph.gradientView().dup();
    }

    @Test
    void aNetworkLearnsAPictureByHeart() {
        TrainingGraph graph = graph(new Nd4jKernels(), DataType.FLOAT);
        INDArray images = images(DataType.FLOAT);
        INDArray labels = labels(images);
        double first = graph.step(0, images, labels);
        double last = first;
        for (int step = 1; step < 60; step++) {
            last = graph.step(step, images, labels);
        }
        assertTrue(last < 0.7 * first, "from " + first + " to " + last);
    }

    @Test
    void weightsThatAreTakenOutAndPutBackGiveTheSameLogits() {
        TrainingGraph from = graph(new Nd4jKernels(), DataType.FLOAT);
        INDArray images = images(DataType.FLOAT);
        from.step(0, images, labels(images));
        TrainingGraph to = graph(new Nd4jKernels(), DataType.FLOAT);
        to.load(from.weights());
        assertArrayEquals(
                from.logits(images).dup('c').data().asFloat(),
                to.logits(images).dup('c').data().asFloat());
    }

    @Test
    void weightsOfAnotherShapeAreRefused() {
        TrainingGraph graph = graph(new Nd4jKernels(), DataType.FLOAT);
        assertThrows(IllegalArgumentException.class, () -> graph.load(Map.of("stem.b", new float[7])));
    }

    @Test
    void aLossThatIsNotFiniteChangesNothing() {
        TrainingGraph graph = graph(new Nd4jKernels(), DataType.FLOAT);
        graph.load(Map.of("classes.b", new float[] {Float.NaN, 0, 0, 0, 0}));
        float[] before = graph.parameters().dup().data().asFloat();
        INDArray images = images(DataType.FLOAT);

        double loss = graph.step(0, images, labels(images));

        assertTrue(Double.isNaN(loss), "loss " + loss);
        assertArrayEquals(before, graph.parameters().dup().data().asFloat());
    }

    @Test
    void everyNodeOfTheEncoderAndDecoderIsBuilt() {
        NetworkSpec lite0 = SegmentationNetworks.lite0(16, 8);
        assertEquals(48 + 4 + 4 + 4, lite0.convolutions().size());
        assertTrue(lite0.nodes().stream().map(Node::name).toList().contains("b16.project"));
    }
}
