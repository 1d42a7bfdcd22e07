package io.treehouse.model.engine;

import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.model.bundle.Arithmetic;
import io.treehouse.model.bundle.Bf16;
import io.treehouse.model.bundle.Bf16Kernel;
import io.treehouse.model.bundle.EightBitKernel;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.network.FeatureShapes.Shape;
import io.treehouse.model.network.Node.Convolution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import org.bytedeco.javacpp.FloatPointer;

/** Rounds a network's weights by what its convolutions read in windows. Needs oneDNN. One thread. */
public final class KernelFit {
    private static final long SEED = 11;
    private static final int MOST = 127;

    private final TrainedModel model;
    private final Map<String, List<PatchMoments>> readers = new HashMap<>();
    private final Map<String, PatchMoments> moments = new HashMap<>();
    private final Random random = new Random(SEED);

    /** Rounded weights in the order of {@link Convolution#weightShape}, and the bias of each output channel. */
    private record Rounded(double[] values, float[] bias) {}

    private KernelFit(TrainedModel model) {
        this.model = model;
        for (Convolution node : model.network().convolutions()) {
            PatchMoments made = new PatchMoments(node);
            moments.put(node.name(), made);
            readers.computeIfAbsent(node.input(), input -> new ArrayList<>()).add(made);
        }
    }

    /**
     * Looks at what a model's convolutions read, in f32; the same windows give the same weights.
     *
     * @param side height and width of the windows, a multiple of 32
     * @param windows {@code [side, side, 3]} red, green, blue in 0…255 each
     */
    public static KernelFit on(TrainedModel model, int side, List<float[]> windows) {
        KernelFit fit = new KernelFit(model);
        float[] logits = new float[side * side * SurfaceClass.COUNT];
        try (PackedWeights weights = new PackedWeights(model);
                PlannedEngine engine =
                        new PlannedEngine(model, new OneDnnPlanner(model, Arithmetic.F32, weights, fit::observe))) {
            windows.forEach(rgb -> engine.logits(side, side, rgb, logits));
        }
        return fit;
    }

    private void observe(String node, Shape shape, FloatPointer values) {
        List<PatchMoments> of = readers.get(node);
        if (of != null) {
            float[] input = new float[Math.toIntExact(shape.values())];
            values.get(input);
            of.forEach(reader -> reader.add(shape, input, random));
        }
    }

    /** The weights of all convolutions in 8 bits, by name. */
    public Map<String, EightBitKernel> eightBit() {
        Map<String, EightBitKernel> kernels = new LinkedHashMap<>();
        model.network().convolutions().forEach(node -> kernels.put(node.name(), eightBit(node)));
        return kernels;
    }

    /** The weights of some convolutions in bf16, by name. */
    public Map<String, Bf16Kernel> bf16(List<String> names) {
        Map<String, Bf16Kernel> kernels = new LinkedHashMap<>();
        model.network().convolutions().stream()
                .filter(node -> names.contains(node.name()))
                .forEach(node -> kernels.put(node.name(), bf16(node)));
        return kernels;
    }

    private EightBitKernel eightBit(Convolution node) {
        float[] scales = EightBitKernel.scales(node, model.weights().kernel(node));
        Rounded made = rounded(node, output -> nearestInteger(scales[output]));
        byte[] values = new byte[made.values().length];
        for (int i = 0; i < values.length; i++) {
            float scale = scales[i % scales.length];
            values[i] = scale == 0 ? 0 : (byte) Math.round(made.values()[i] / scale);
        }
        return new EightBitKernel(values, scales, made.bias());
    }

    /** The nearest multiple of a scale within 127 of them; a channel without weights has no scale. */
    private static DoubleUnaryOperator nearestInteger(double scale) {
        return scale == 0 ? weight -> 0 : weight -> scale * Math.max(-MOST, Math.min(MOST, Math.round(weight / scale)));
    }

    private Bf16Kernel bf16(Convolution node) {
        Rounded made = rounded(node, output -> weight -> Bf16.nearest((float) weight));
        float[] values = new float[made.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) made.values()[i];
        }
        return new Bf16Kernel(values, made.bias());
    }

    /** @param nearest of each output channel, the number that a weight is rounded to */
    private Rounded rounded(Convolution node, IntFunction<DoubleUnaryOperator> nearest) {
        float[] kernel = model.weights().kernel(node);
        float[] bias = model.weights().bias(node);
        double[] values = new double[kernel.length];
        int outputs = node.outChannels();
        PatchMoments read = moments.get(node.name());
        KernelRounding rounding = new KernelRounding(read.of(0));
        for (int output = 0; output < outputs; output++) {
            if (output > 0 && read.groups() > 1) {
                rounding = new KernelRounding(read.of(output));
            }
            double[] weights = every(outputs, output, kernel);
            KernelRounding.Rounded made = rounding.round(weights, bias[output], nearest.apply(output));
            for (int i = 0; i < weights.length; i++) {
                values[i * outputs + output] = made.values()[i];
            }
            bias[output] = made.bias();
        }
        return new Rounded(values, bias);
    }

    /** The weights of one output, which lie so far apart. */
    private static double[] every(int step, int first, float[] kernel) {
        double[] weights = new double[kernel.length / step];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = kernel[i * step + first];
        }
        return weights;
    }
}
