package io.treehouse.model.layer;

import io.treehouse.model.kernel.KernelChoice;
import io.treehouse.model.kernel.Kernels;
import io.treehouse.model.network.ImageNetWeights;
import io.treehouse.model.network.NetworkSpec;
import io.treehouse.model.network.SegmentationNetworks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Times whole training steps of the default network on random pictures: {@code TrainingBenchmark [kernels] [batch] [size]
 * [steps]}. Run by hand; prints the loss, the time of a step and the resident memory.
 */
final class TrainingBenchmark {
    private static final int REPORT_EVERY = 10;

    private TrainingBenchmark() {}

    /** Runs the benchmark. */
    public static void main(String[] arguments) throws IOException {
        KernelChoice choice = arguments.length > 0 ? KernelChoice.valueOf(arguments[0]) : KernelChoice.AUTO;
        int batch = number(arguments, 1, 16);
        int size = number(arguments, 2, 256);
        int steps = number(arguments, 3, 30);
        INDArray images = Nd4j.randn(DataType.FLOAT, batch, size, size, 3);
        INDArray labels = labels(images);
        try (Kernels kernels = choice.open()) {
            TrainingGraph graph = graph(kernels, size, steps);
            long start = System.nanoTime();
            for (int step = 0; step < steps; step++) {
                double loss = graph.step(step, images, labels);
                if ((step + 1) % REPORT_EVERY == 0) {
                    double seconds = (System.nanoTime() - start) / 1e9;
                    System.out.printf(
                            "step %d: loss %.4f, %.0f ms a step, %.1f tiles/s, %s%n",
                            step + 1, loss, 1000 * seconds / REPORT_EVERY, batch * REPORT_EVERY / seconds, resident());
                    start = System.nanoTime();
                }
            }
        }
    }

    private static int number(String[] arguments, int index, int otherwise) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
    }

    private static TrainingGraph graph(Kernels kernels, int size, int steps) {
        NetworkSpec network = SegmentationNetworks.lite0(96, 48);
        ImageNetWeights weights = ImageNetWeights.read(ImageNetWeights.lite0File(), network);
        OptimizerSettings settings = new OptimizerSettings(
                new WarmupCosine(1.2e-3, 5, steps, 0.02),
                new WarmupCosine(3.6e-4, 5, steps, 0.02),
                2e-4,
                5,
                new SetLoss(0.5),
                0,
                1);
        TrainingGraph graph = TrainingGraph.build(network, size, weights.nodes(), settings, kernels, DataType.FLOAT);
        graph.load(weights.arrays());
        return graph;
    }

    /** One of four sets of classes by the signs of two channels: something to learn. */
    private static INDArray labels(INDArray images) {
        float[] values = images.data().asFloat();
        float[] bits = new float[values.length / 3];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = (values[3 * i] > 0 ? 4 : 8) + (values[3 * i + 1] > 0 ? 0 : 16);
        }
        return Nd4j.createFromArray(bits).reshape('c', images.size(0), images.size(1), images.size(2), 1);
    }

    private static String resident() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS")).findFirst().orElse("");
        }
    }
}
