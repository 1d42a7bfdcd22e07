package io.treehouse.model.engine;

import io.treehouse.model.bundle.TrainedModel;

/** Chooses the library and the arithmetic for this machine. */
final class EngineChoice {
    private EngineChoice() {}

    static EngineFactory choose(TrainedModel model, PrecisionChoice precision) {
        return new Nd4jEngines(model);
    }
}
