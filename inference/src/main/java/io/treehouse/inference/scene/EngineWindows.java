package io.treehouse.inference.scene;

import io.treehouse.model.engine.SegmentationEngine;

/**
 * Windows classified by engines.
 *
 * @param engines a thread-safe engine, such as {@code EnginePool}
 */
public record EngineWindows(SegmentationEngine engines) implements WindowClassifier {
    @Override
    public void logits(int height, int width, float[] rgb, float[] logits) {
        engines.logits(height, width, rgb, logits);
    }

    @Override
    public int enlargement() {
        return engines.enlargement();
    }
}
