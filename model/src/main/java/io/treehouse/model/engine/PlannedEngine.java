package io.treehouse.model.engine;

import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.model.bundle.ModelInput;
import io.treehouse.model.bundle.TrainedModel;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** An engine that compiles a plan for each size of window and keeps those used last. */
final class PlannedEngine implements SegmentationEngine {
    private static final int MAX_PLANS = 8;

    private record Size(int height, int width) {}

    private final Planner planner;
    private final ModelInput convention;
    private final int enlargement;
    private final ProbabilityHead head = new ProbabilityHead();
    /** The plan used last stands at the end. */
    private final Map<Size, Plan> plans = new LinkedHashMap<>(MAX_PLANS, 0.75f, true);

    private float[] input = new float[0];
    private float[] coarse = new float[0];

    /** @param planner makes the plans; closed with this engine */
    PlannedEngine(TrainedModel model, Planner planner) {
        this.planner = planner;
        this.convention = model.input();
        this.enlargement = model.network().outputEnlargement();
    }

    @Override
    public String name() {
        return planner.name();
    }

    @Override
    public String precision() {
        return planner.arithmetic().label();
    }

    @Override
    public int enlargement() {
        return enlargement;
    }

    @Override
    public void logits(int height, int width, float[] rgb, float[] logits) {
        int values = height / enlargement * (width / enlargement) * SurfaceClass.COUNT;
        if (logits.length < values) {
            // Native code writes them and does not look at the array's length.
            throw new IllegalArgumentException("The logits are " + values + " numbers, not " + logits.length);
        }
        Plan plan = plan(new Size(height, width));
        int inputLength = Math.toIntExact(plan.schedule().input().shape().values());
        input = atLeast(inputLength, input);
        normalise(rgb, inputLength);
        plan.run(input, logits);
    }

    @Override
    public void classify(int height, int width, float[] rgb, float[] probabilities) {
        int rows = height / enlargement;
        int columns = width / enlargement;
        coarse = atLeast(rows * columns * SurfaceClass.COUNT, coarse);
        logits(height, width, rgb, coarse);
        head.apply(coarse, rows, columns, enlargement, probabilities);
    }

    private Plan plan(Size size) {
        Plan known = plans.get(size);
        if (known != null) {
            return known;
        }
        if (plans.size() == MAX_PLANS) {
            Iterator<Plan> oldest = plans.values().iterator();
            oldest.next().close();
            oldest.remove();
        }
        Plan made = planner.plan(size.height(), size.width());
        plans.put(size, made);
        return made;
    }

    private static float[] atLeast(int length, float[] memory) {
        return memory.length < length ? new float[length] : memory;
    }

    private void normalise(float[] rgb, int length) {
        float mean = (float) convention.mean();
        float scale = (float) convention.scale();
        for (int i = 0; i < length; i++) {
            input[i] = (rgb[i] - mean) / scale;
        }
    }

    @Override
    public void close() {
        plans.values().forEach(Plan::close);
        plans.clear();
        planner.close();
    }
}
