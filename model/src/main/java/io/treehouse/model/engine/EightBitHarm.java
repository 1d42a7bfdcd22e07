package io.treehouse.model.engine;

import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.model.bundle.Arithmetic;
import io.treehouse.model.bundle.Quantization;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.network.Node.Convolution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much each convolution alone, computed in 8 bits among wide ones, changes a network's probabilities. One thread.
 */
public final class EightBitHarm {
    private final TrainedModel model;
    private final Quantization quantization;
    private final int side;
    private final List<float[]> windows;

    /**
     * @param model a model with ranges for 8 bits
     * @param side height and width of the windows, a multiple of 32
     * @param windows {@code [side, side, 3]} red, green, blue in 0…255 each
     */
    public EightBitHarm(TrainedModel model, int side, List<float[]> windows) {
        this.model = model;
        this.quantization = model.quantization().orElseThrow();
        this.side = side;
        this.windows = List.copyOf(windows);
    }

    /** Names of the convolutions with the mean change of a probability, the most harmful first. */
    public Map<String, Double> ranked() {
        List<String> all =
                model.network().convolutions().stream().map(Convolution::name).toList();
        List<float[]> reference = probabilities(all);
        Map<String, Double> harm = new LinkedHashMap<>();
        for (String name : all) {
            List<String> others = new ArrayList<>(all);
            others.remove(name);
            harm.put(name, meanDifference(reference, probabilities(others)));
        }
        Map<String, Double> ranked = new LinkedHashMap<>();
        harm.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .forEach(entry -> ranked.put(entry.getKey(), entry.getValue()));
        return ranked;
    }

    private List<float[]> probabilities(List<String> wide) {
        TrainedModel mixed = model.withQuantization(quantization.keepingWide(wide));
        try (EngineFactory factory = new OneDnnEngines(mixed, Arithmetic.INT8);
                SegmentationEngine engine = factory.open()) {
            return windows.stream().map(rgb -> classify(engine, rgb)).toList();
        }
    }

    private float[] classify(SegmentationEngine engine, float[] rgb) {
        float[] probabilities = new float[side * side * SurfaceClass.COUNT];
        engine.classify(side, side, rgb, probabilities);
        return probabilities;
    }

    private static double meanDifference(List<float[]> first, List<float[]> second) {
        double sum = 0;
        long count = 0;
        for (int window = 0; window < first.size(); window++) {
            float[] one = first.get(window);
            float[] other = second.get(window);
            for (int i = 0; i < one.length; i++) {
                sum += Math.abs(one[i] - other[i]);
            }
            count += one.length;
        }
        return sum / count;
    }
}
