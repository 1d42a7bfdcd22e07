package io.treehouse.model.engine;

import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.model.bundle.Arithmetic;
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
import org.bytedeco.javacpp.FloatPointer;

/** Rounds a network's weights to 8 bits by what its convolutions read in windows. Needs oneDNN. One thread. */
public final class KernelFit {
    private static final long SEED = 11;

    private final Map<String, List<PatchMoments>> readers = new HashMap<>();
    private final Map<String, PatchMoments> moments = new LinkedHashMap<>();
    private final Random random = new Random(SEED);

    private KernelFit(TrainedModel model) {
        for (Convolution node : model.network().convolutions()) {
            PatchMoments made = new PatchMoments(node);
            moments.put(node.name(), made);
            readers.computeIfAbsent(node.input(), input -> new ArrayList<>()).add(made);
        }
    }

    /**
     * The rounded weights of all convolutions, by name; the same windows give the same ones.
     *
     * @param side height and width of the windows, a multiple of 32
     * @param windows {@code [side, side, 3]} red, green, blue in 0…255 each
     */
    public static Map<String, EightBitKernel> of(TrainedModel model, int side, List<float[]> windows) {
        KernelFit fit = new KernelFit(model);
        float[] logits = new float[side * side * SurfaceClass.COUNT];
        try (PackedWeights weights = new PackedWeights(model);
                PlannedEngine engine =
                        new PlannedEngine(model, new OneDnnPlanner(model, Arithmetic.F32, weights, fit::observe))) {
            windows.forEach(rgb -> engine.logits(side, side, rgb, logits));
        }
        Map<String, EightBitKernel> kernels = new LinkedHashMap<>();
        model.network()
                .convolutions()
                .forEach(node -> kernels.put(node.name(), rounded(node, model, fit.moments.get(node.name()))));
        return kernels;
    }

    private void observe(String node, Shape shape, FloatPointer values) {
        List<PatchMoments> of = readers.get(node);
        if (of != null) {
            float[] input = new float[Math.toIntExact(shape.values())];
            values.get(input);
            of.forEach(reader -> reader.add(shape, input, random));
        }
    }

    private static EightBitKernel rounded(Convolution node, TrainedModel model, PatchMoments moments) {
        float[] kernel = model.weights().kernel(node);
        float[] bias = model.weights().bias(node);
        float[] scales = EightBitKernel.scales(node, kernel);
        byte[] values = new byte[kernel.length];
        int outputs = node.outChannels();
        KernelRounding rounding = new KernelRounding(moments.of(0));
        for (int output = 0; output < outputs; output++) {
            if (output > 0 && moments.groups() > 1) {
                rounding = new KernelRounding(moments.of(output));
            }
            // A channel without weights has no scale.
            if (scales[output] > 0) {
                double[] weights = every(outputs, output, kernel);
                KernelRounding.Rounded made = rounding.round(weights, bias[output], scales[output]);
                for (int i = 0; i < weights.length; i++) {
                    values[i * outputs + output] = made.values()[i];
                }
                bias[output] = made.bias();
            }
        }
        return new EightBitKernel(values, scales, bias);
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
