package io.treehouse.model.benchmark;

import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.kernel.KernelChoice;
import io.treehouse.model.layer.DataParallelTraining;
import io.treehouse.model.layer.OptimizerSettings;
import io.treehouse.model.layer.SetLoss;
import io.treehouse.model.layer.WarmupCosine;
import io.treehouse.model.network.Node.Convolution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Whole training steps (forward, loss, backward, update) of a model's network on random crops of 256 pixels: in the kernels
 * that a training chooses, in f32, and in Deeplearning4j's own layers. Crops are there already.
 */
public final class TrainingBenchmark {
    private static final int SIDE = 256;
    private static final int BATCH = 16;
    private static final int PARTS = 4;
    private static final int CLASSES = 5;
    private static final int STOCK_STEPS = 2;

    private final TrainedModel model;
    private final int cores;
    private final int steps;
    private final int batch;
    private final int side;

    /**
     * @param cores parts of a batch that compute at the same time
     * @param steps that are timed, after two to warm up
     */
    public TrainingBenchmark(TrainedModel model, int cores, int steps) {
        this(model, cores, steps, BATCH, SIDE);
    }

    TrainingBenchmark(TrainedModel model, int cores, int steps, int batch, int side) {
        this.model = model;
        this.cores = cores;
        this.steps = steps;
        this.batch = batch;
        this.side = side;
    }

    /** Times each; {@code progress} is told as it is done. */
    public List<TrainingCell> cells(Consumer<TrainingCell> progress) {
        List<TrainingCell> cells = new ArrayList<>();
        Stream.of(KernelChoice.AUTO.resolved(), KernelChoice.ONEDNN_F32)
                .distinct()
                .filter(KernelChoice::isAvailable)
                .forEach(kernels -> cells.add(told(ours(kernels), progress)));
        cells.add(told(stock(), progress));
        return cells;
    }

    private static TrainingCell told(TrainingCell cell, Consumer<TrainingCell> progress) {
        progress.accept(cell);
        return cell;
    }

    private TrainingCell ours(KernelChoice kernels) {
        INDArray images = Nd4j.randn(DataType.FLOAT, batch, side, side, 3);
        INDArray labels = Nd4j.zeros(DataType.FLOAT, batch, side, side, 1).addi(1);
        WarmupCosine rate = new WarmupCosine(1e-5, 1, steps + 2, 1);
        OptimizerSettings settings = new OptimizerSettings(rate, rate, 2e-4, 5, new SetLoss(0.5), 0, 1);
        try (DataParallelTraining training = new DataParallelTraining(
                model.network(), side, Set.of(), settings, kernels::open, Math.min(PARTS, batch), cores)) {
            training.graph().load(weights());
            return TrainingCell.of(
                    "%s, %d at work".formatted(kernels.label(), cores),
                    batch,
                    timed(steps, step -> training.step(step, 0, images, labels)));
        }
    }

    private Map<String, float[]> weights() {
        Map<String, float[]> weights = new HashMap<>();
        for (Convolution node : model.network().convolutions()) {
            weights.put(node.name() + ".w", model.weights().kernel(node));
            weights.put(node.name() + ".b", model.weights().bias(node));
        }
        return weights;
    }

    /** One crop a step, since a step takes seconds. */
    private TrainingCell stock() {
        ComputationGraph graph = StockGraph.inTraining(model, side);
        INDArray image = Nd4j.randn(DataType.FLOAT, 1, 3, side, side);
        INDArray label = Nd4j.ones(DataType.FLOAT, 1, CLASSES, side, side).divi(CLASSES);
        try {
            return TrainingCell.of(
                    "deeplearning4j f32, its own layers, channels first",
                    1,
                    timed(STOCK_STEPS, step -> graph.fit(new INDArray[] {image}, new INDArray[] {label})));
        } finally {
            graph.close();
        }
    }

    /** A step of training. */
    @FunctionalInterface
    private interface TrainingStep {
        void run(int step);
    }

    /** Seconds of each step, after two that prepare kernels and memory. */
    private static List<Double> timed(int steps, TrainingStep training) {
        List<Double> seconds = new ArrayList<>();
        for (int step = -2; step < steps; step++) {
            long start = System.nanoTime();
            training.run(step + 2);
            if (step >= 0) {
                seconds.add((System.nanoTime() - start) / 1e9);
            }
        }
        return seconds;
    }
}
