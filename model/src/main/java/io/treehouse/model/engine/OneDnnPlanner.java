package io.treehouse.model.engine;

import io.treehouse.model.bundle.Arithmetic;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.onednn.OneDnn;
import io.treehouse.model.onednn.Scratch;
import org.bytedeco.dnnl.stream;

/** Plans of oneDNN 3 primitives; they share one stream and one working memory. */
final class OneDnnPlanner implements Planner {
    private final TrainedModel model;
    private final Arithmetic arithmetic;
    private final PackedWeights weights;
    private final stream on = OneDnn.newStream();
    private final Scratch memory = new Scratch();

    /** @param weights shared with the other engines of the model; not closed here */
    OneDnnPlanner(TrainedModel model, Arithmetic arithmetic, PackedWeights weights) {
        this.model = model;
        this.arithmetic = arithmetic;
        this.weights = weights;
    }

    @Override
    public String name() {
        return "onednn-" + OneDnn.version();
    }

    @Override
    public Arithmetic arithmetic() {
        return arithmetic;
    }

    @Override
    public Plan plan(int height, int width) {
        return new OneDnnPlan(Schedule.of(model.network(), height, width, arithmetic, true), weights, memory, on);
    }

    @Override
    public void close() {
        memory.close();
        on.close();
    }
}
