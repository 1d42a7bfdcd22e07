package io.treehouse.model.kernel;

import io.treehouse.model.network.NetworkSpec;
import io.treehouse.model.network.Node;
import io.treehouse.model.network.Node.Convolution;
import io.treehouse.model.network.Node.Resize;
import io.treehouse.model.network.SegmentationNetworks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Times the kernels on every convolution and resize of the default network, forward and backward, one node after the
 * other: {@code KernelBenchmark [batch] [size] [implementation…]}. Run by hand; prints the total and the slowest nodes.
 */
final class KernelBenchmark {
    private static final int REPETITIONS = 3;
    private static final int SLOWEST = 16;

    private record Shape(long batch, long height, long width, long channels) {
        INDArray random() {
            return Nd4j.randn(DataType.FLOAT, batch, height, width, channels);
        }
    }

    private record Timing(String node, double forwardMillis, double backwardMillis) {
        double totalMillis() {
            return forwardMillis + backwardMillis;
        }
    }

    private KernelBenchmark() {}

    /** Runs the benchmark. */
    public static void main(String[] arguments) {
        List<String> given = Arrays.asList(arguments);
        int batch = given.isEmpty() ? 16 : Integer.parseInt(given.get(0));
        int size = given.size() < 2 ? 256 : Integer.parseInt(given.get(1));
        Set<String> wanted = Set.copyOf(given.size() < 3 ? List.of("onednn bf16") : given.subList(2, given.size()));
        for (Kernels kernels : List.of(new Nd4jKernels(), OneDnnKernels.f32(), OneDnnKernels.bf16())) {
            if (wanted.contains(kernels.name())) {
                report(kernels, batch, time(kernels, SegmentationNetworks.lite0(96, 48), batch, size));
            }
            kernels.close();
        }
    }

    private static List<Timing> time(Kernels kernels, NetworkSpec network, int batch, int size) {
        Map<String, Shape> shapes = new HashMap<>(Map.of(NetworkSpec.INPUT, new Shape(batch, size, size, 3)));
        List<Timing> timings = new ArrayList<>();
        for (Node node : network.nodes()) {
            Shape in = shapes.get(node.inputs().get(0));
            if (node instanceof Convolution convolution) {
                int stride = convolution.stride();
                Shape out = new Shape(batch, in.height() / stride, in.width() / stride, convolution.outChannels());
                shapes.put(node.name(), out);
                timings.add(time(kernels, convolution, in, out));
            } else if (node instanceof Resize resize) {
                int factor = resize.factor();
                Shape out = new Shape(batch, in.height() * factor, in.width() * factor, in.channels());
                shapes.put(node.name(), out);
                timings.add(time(kernels, resize, in, out));
            } else {
                shapes.put(node.name(), in);
            }
        }
        return timings;
    }

    private static Timing time(Kernels kernels, Convolution node, Shape in, Shape out) {
        INDArray x = in.random();
        INDArray w = Nd4j.randn(DataType.FLOAT, node.weightShape());
        INDArray b = Nd4j.randn(DataType.FLOAT, node.outChannels());
        INDArray y = out.random();
        INDArray dy = out.random();
        INDArray dx = node.input().equals(NetworkSpec.INPUT) ? null : in.random();
        INDArray dw = w.dup();
        INDArray db = b.dup();
        Timing timing = new Timing(
                "%s %dx%d/%d %d>%d@%d%s"
                        .formatted(
                                node.name(),
                                node.kernel(),
                                node.kernel(),
                                node.stride(),
                                node.inChannels(),
                                node.outChannels(),
                                in.height(),
                                node.depthwise() ? " depthwise" : ""),
                fastestMillis(() -> kernels.convolve(node, x, w, b, y)),
                fastestMillis(() -> kernels.convolveBackward(node, x, w, y, dy, dx, dw, db)));
        for (INDArray array : List.of(x, y, dy)) {
            array.close();
        }
        if (dx != null) {
            dx.close();
        }
        return timing;
    }

    private static Timing time(Kernels kernels, Resize node, Shape in, Shape out) {
        INDArray x = in.random();
        INDArray y = out.random();
        Timing timing = new Timing(
                "%s x%d %d@%d".formatted(node.name(), node.factor(), in.channels(), in.height()),
                fastestMillis(() -> kernels.resize(node.factor(), x, y)),
                fastestMillis(() -> kernels.resizeBackward(node.factor(), y, x)));
        x.close();
        y.close();
        return timing;
    }

    private static double fastestMillis(Runnable work) {
        double fastest = Double.MAX_VALUE;
        for (int i = 0; i <= REPETITIONS; i++) {
            long start = System.nanoTime();
            work.run();
            fastest = Math.min(fastest, (System.nanoTime() - start) / 1e6);
        }
        return fastest;
    }

    private static void report(Kernels kernels, int batch, List<Timing> timings) {
        double forward = timings.stream().mapToDouble(Timing::forwardMillis).sum();
        double backward = timings.stream().mapToDouble(Timing::backwardMillis).sum();
        System.out.printf(
                "%s: forward %.0f ms, backward %.0f ms, %.1f tiles/s%n",
                kernels.name(), forward, backward, batch * 1000 / (forward + backward));
        timings.stream()
                .sorted(Comparator.comparingDouble(Timing::totalMillis).reversed())
                .limit(SLOWEST)
                .forEach(timing -> System.out.printf(
                        "  %-44s forward %6.1f ms  backward %6.1f ms%n",
                        timing.node(), timing.forwardMillis(), timing.backwardMillis()));
    }
}
