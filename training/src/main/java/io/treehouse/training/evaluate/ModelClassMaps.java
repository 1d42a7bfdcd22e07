package io.treehouse.training.evaluate;

import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.inference.scene.PixelProbabilities;
import io.treehouse.inference.scene.SceneSegmenter;
import io.treehouse.inference.scene.WindowProgress;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.engine.EngineOptions;
import io.treehouse.model.engine.EnginePool;

/** Class maps of a model, made by the scene segmentation that serves. */
public final class ModelClassMaps implements ClassMapSource {
    private final ModelBundle bundle;
    private final EnginePool engines;
    private final SceneSegmenter segmenter;

    private ModelClassMaps(ModelBundle bundle, EnginePool engines) {
        this.bundle = bundle;
        this.engines = engines;
        this.segmenter = new SceneSegmenter(
                bundle.model().input(), bundle.model().temperature(), engines::classify, engines.workers());
    }

    /** Opens a model; the options are those of the server. */
    public static ModelClassMaps open(ModelBundle bundle, EngineOptions options) {
        return new ModelClassMaps(bundle, EnginePool.open(bundle.model(), options));
    }

    @Override
    public String description() {
        return "%s %s (sha256 %s, %s)"
                .formatted(bundle.model().name(), bundle.model().version(), bundle.sha256(), engines.precision());
    }

    @Override
    public double temperature() {
        return bundle.model().temperature();
    }

    @Override
    public byte[] classify(LabelledTile tile, PixelProbabilities probabilities) throws InterruptedException {
        byte[] map = new byte[tile.width() * tile.height()];
        segmenter.segment(
                new LabelledTileSource(tile),
                (firstRow, rows, classes, confidence) ->
                        System.arraycopy(classes, 0, map, firstRow * tile.width(), rows * tile.width()),
                probabilities,
                WindowProgress.NONE);
        return map;
    }

    @Override
    public void close() {
        segmenter.close();
        engines.close();
    }
}
