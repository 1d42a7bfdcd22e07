package io.treehouse.training.fit;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.model.engine.EngineOptions;
import io.treehouse.model.kernel.KernelChoice;
import io.treehouse.model.layer.BorderSmoothing;
import io.treehouse.model.layer.DataParallelTraining;
import io.treehouse.model.layer.OptimizerSettings;
import io.treehouse.model.layer.SetLoss;
import io.treehouse.model.layer.TrainingGraph;
import io.treehouse.model.layer.WarmupCosine;
import io.treehouse.model.network.BlurredStrides;
import io.treehouse.model.network.NetworkSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One training run: steps, moving average, checkpoints, log. A run that finds a checkpoint of its configuration in its
 * folder goes on from there. One run belongs to one thread.
 */
final class Trainer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Trainer.class);

    /** Name of the checkpoint within the output folder. */
    static final String CHECKPOINT = "checkpoint.bin";

    private final TrainingConfig config;
    private final RunIdentity identity;
    private final Path output;
    private final DataParallelTraining training;
    private final TrainingGraph graph;
    private final INDArray average;
    private final INDArray scratch;
    private final INDArray images;
    private final INDArray labels;
    private final Pace pace;
    private int step;
    private double secondsBefore;

    /**
     * @param config the run
     * @param network what is trained
     * @param start weights to start from
     * @param kernels what computes, chosen
     * @param identity what a checkpoint must have in common with this run
     * @param limit time after which the run ends, see {@link Pace}; zero for none
     * @param output folder of checkpoint and log, which is made if it is missing
     */
    Trainer(
            TrainingConfig config,
            NetworkSpec network,
            StartWeights start,
            KernelChoice kernels,
            RunIdentity identity,
            Duration limit,
            Path output)
            throws IOException {
        this.config = config;
        this.identity = identity;
        this.pace = new Pace(config.lastStep(), limit);
        this.output = Files.createDirectories(output);
        training = new DataParallelTraining(
                network,
                config.cropSize(),
                start.encoderNodes(),
                optimizer(config),
                kernels::open,
                config.parts(),
                EngineOptions.defaults().workers());
        graph = training.graph();
        graph.load(start.arrays());
        keepBlur();
        average = graph.parameters().dup();
        scratch = graph.parameters().dup();
        images = Nd4j.zeros(DataType.FLOAT, config.batchSize(), config.cropSize(), config.cropSize(), 3);
        labels = Nd4j.zeros(DataType.FLOAT, config.batchSize(), config.cropSize(), config.cropSize(), 1);
        resume();
    }

    private static OptimizerSettings optimizer(TrainingConfig config) {
        return new OptimizerSettings(
                rate(config, config.learningRate()),
                rate(config, config.learningRate() * config.encoderLearningRateShare()),
                config.weightDecay(),
                config.gradientNormLimit(),
                new SetLoss(config.diceWeight(), new BorderSmoothing(config.borderSmoothing(), config.borderPixels())),
                config.shiftConsistencyWeight(),
                config.seed());
    }

    private static WarmupCosine rate(TrainingConfig config, double peak) {
        return new WarmupCosine(peak, config.warmupSteps(), config.steps(), config.finalLearningRateShare());
    }

    /** Steps done so far, with those of the runs before this one. */
    int stepsDone() {
        return step;
    }

    /**
     * Runs to the last step, or until the receiver of the snapshots wants no more.
     *
     * @param sampler where crops come from
     * @param snapshots receives the moving average of the weights every {@code validationSteps} and at the end
     */
    void run(CropSampler sampler, Snapshots snapshots) throws IOException, InterruptedException {
        try (BatchQueue batches = new BatchQueue(sampler, config.batchSize(), step, config.sampleThreads());
                TrainingLog log = TrainingLog.open(output, step, config.lastStep(), config.batchSize())) {
            double begin = secondsBefore;
            long started = System.nanoTime();
            int position = pace.position(step, begin);
            while (position < config.lastStep() && snapshots.wantsMore()) {
                int skipped = position - step;
                double loss = trainOn(batches.next(), skipped);
                double rate = rate(config, config.learningRate()).valueAt(step, skipped);
                step++;
                int before = position;
                double seconds = begin + secondsSince(started);
                position = Math.max(before + 1, pace.position(step, seconds));
                log.step(step, position, loss, rate, seconds);
                boolean last = position >= config.lastStep();
                if (last || position / config.validationSteps() > before / config.validationSteps()) {
                    long scoring = System.nanoTime();
                    snapshots.take(step, seconds, averageWeights());
                    pace.scored(secondsSince(scoring));
                    seconds = begin + secondsSince(started);
                }
                if (last || step % config.checkpointSteps() == 0) {
                    checkpoint(seconds);
                }
            }
        }
    }

    private static double secondsSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e9;
    }

    private double trainOn(Batch batch, int skipped) {
        images.data().setData(batch.images());
        labels.data().setData(batch.labels());
        double loss = training.step(step, skipped, images, labels);
        if (!Double.isFinite(loss)) {
            throw new InputProblem(
                    InputProblem.Kind.INVALID_PARAMETER,
                    "The loss is not a finite number any more at step %d of %d; the last checkpoint in %s is good"
                            .formatted(step, config.steps(), output.resolve(CHECKPOINT)),
                    "Lower learningRate or gradientNormLimit, or set kernels to onednn-f32, and start again");
        }
        keepBlur();
        updateAverage();
        return loss;
    }

    /** Without this, training unlearns the blur of the strides. */
    private void keepBlur() {
        if (config.blurredStrides() && config.holdBlur()) {
            graph.replaceKernels(BlurredStrides::blurs, BlurredStrides::projected);
        }
    }

    /** Early on the average forgets faster, so that it does not carry the first random weights. */
    private void updateAverage() {
        double decay = Math.min(config.averageDecay(), (1.0 + step) / (10.0 + step));
        scratch.assign(graph.parameters()).muli(1 - decay);
        average.muli(decay).addi(scratch);
    }

    /** The moving average as weights by {@code node.w} and {@code node.b}. */
    private Map<String, float[]> averageWeights() {
        scratch.assign(graph.parameters());
        graph.parameters().assign(average);
        Map<String, float[]> weights = graph.weights();
        graph.parameters().assign(scratch);
        return weights;
    }

    private void checkpoint(double seconds) throws IOException {
        new Checkpoint(
                        identity,
                        step,
                        seconds,
                        graph.parameters().data().asFloat(),
                        graph.updaterState().data().asFloat(),
                        average.data().asFloat())
                .write(output.resolve(CHECKPOINT));
    }

    private void resume() throws IOException {
        Path file = output.resolve(CHECKPOINT);
        if (!Files.exists(file)) {
            return;
        }
        Checkpoint checkpoint = Checkpoint.read(file);
        identity.differenceFrom(checkpoint.run()).ifPresent(difference -> {
            throw new InputProblem(
                    InputProblem.Kind.INVALID_DOCUMENT,
                    "The checkpoint " + file + " belongs to a run with " + difference,
                    "Take another output folder, or delete the checkpoint to start from the beginning");
        });
        graph.parameters().data().setData(checkpoint.parameters());
        graph.updaterState().data().setData(checkpoint.updaterState());
        average.data().setData(checkpoint.average());
        step = checkpoint.step();
        secondsBefore = checkpoint.seconds();
        LOG.info("Going on from step {} of {} in {}", step, config.steps(), file);
    }

    @Override
    public void close() {
        training.close();
    }
}
