package io.treehouse.model.engine;

import io.treehouse.model.bundle.Arithmetic;
import io.treehouse.model.bundle.ModelInput;
import io.treehouse.model.bundle.Quantization;
import io.treehouse.model.bundle.Quantization.Range;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.network.FeatureShapes.Shape;
import io.treehouse.model.network.NetworkSpec;
import io.treehouse.model.network.Node.Convolution;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Finds the ranges that a network's activations take: an engine in f32 that looks at what each node makes of the windows
 * it classifies. Needs oneDNN. Not thread-safe.
 */
public final class RangeCalibration implements SegmentationEngine {
    private static final float BRIGHTEST = 255;
    private static final int CHUNK = 1 << 16;
    /** Every 11th value is enough; no layer's channels are a multiple of it. */
    private static final int SAMPLING = 11;

    private final TrainedModel model;
    private final PackedWeights weights;
    private final PlannedEngine engine;
    private final Map<String, ActivationHistogram> histograms = new HashMap<>();
    private final float[] chunk = new float[CHUNK];

    /** Opens an engine that has seen nothing yet. */
    public RangeCalibration(TrainedModel model) {
        this.model = model;
        weights = new PackedWeights(model);
        for (Convolution node : model.network().convolutions()) {
            histograms.put(node.input(), new ActivationHistogram());
        }
        engine = new PlannedEngine(model, new OneDnnPlanner(model, Arithmetic.F32, weights, this::observe));
    }

    private void observe(String node, Shape shape, FloatPointer values) {
        ActivationHistogram histogram = histograms.get(node);
        if (histogram == null) {
            return;
        }
        long count = shape.values();
        for (long start = 0; start < count; start += CHUNK) {
            int length = (int) Math.min(CHUNK, count - start);
            values.position(start).get(chunk, 0, length);
            for (int i = (int) (start % SAMPLING); i < length; i += SAMPLING) {
                histogram.add(chunk[i]);
            }
        }
    }

    /** The ranges of what was seen so far, with all convolutions in 8 bits. */
    public Quantization quantization() {
        Map<String, Range> ranges = new HashMap<>();
        histograms.forEach((value, histogram) -> ranges.put(value, histogram.range()));
        ModelInput input = model.input();
        ranges.put(NetworkSpec.INPUT, new Range((float) (-input.mean() / input.scale()), (float)
                ((BRIGHTEST - input.mean()) / input.scale())));
        return new Quantization(ranges, List.of());
    }

    @Override
    public String name() {
        return engine.name();
    }

    @Override
    public String precision() {
        return engine.precision();
    }

    @Override
    public int enlargement() {
        return engine.enlargement();
    }

    @Override
    public void logits(int height, int width, float[] rgb, float[] logits) {
        engine.logits(height, width, rgb, logits);
    }

    @Override
    public void classify(int height, int width, float[] rgb, float[] probabilities) {
        engine.classify(height, width, rgb, probabilities);
    }

    @Override
    public void close() {
        engine.close();
        weights.close();
    }
}
