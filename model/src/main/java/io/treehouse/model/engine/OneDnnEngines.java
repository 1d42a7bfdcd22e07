package io.treehouse.model.engine;

import io.treehouse.model.bundle.Arithmetic;
import io.treehouse.model.bundle.TrainedModel;

/** Opens engines on oneDNN, which share their weights. */
final class OneDnnEngines implements EngineFactory {
    private final TrainedModel model;
    private final Arithmetic arithmetic;
    private final PackedWeights weights;

    OneDnnEngines(TrainedModel model, Arithmetic arithmetic) {
        this.model = model;
        this.arithmetic = arithmetic;
        this.weights = new PackedWeights(model);
    }

    @Override
    public SegmentationEngine open() {
        return new PlannedEngine(model, new OneDnnPlanner(model, arithmetic, weights));
    }

    @Override
    public void close() {
        weights.close();
    }
}
