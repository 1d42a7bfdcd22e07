package io.treehouse.model.engine;

import io.treehouse.model.bundle.TrainedModel;

/** Opens the portable engines. A class of its own so that nothing of ND4J loads unless it is needed. */
final class Nd4jEngines implements EngineFactory {
    private final TrainedModel model;

    Nd4jEngines(TrainedModel model) {
        this.model = model;
    }

    @Override
    public SegmentationEngine open() {
        return new PlannedEngine(model, new Nd4jPlanner(model));
    }

    @Override
    public void close() {
        // Nothing is shared.
    }
}
