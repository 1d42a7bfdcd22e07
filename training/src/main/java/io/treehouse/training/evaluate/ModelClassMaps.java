package io.treehouse.training.evaluate;

import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.datasets.sample.PictureFormat;
import io.treehouse.inference.drift.TileSampler;
import io.treehouse.inference.drift.TileStatistics;
import io.treehouse.inference.scene.EngineWindows;
import io.treehouse.inference.scene.PixelProbabilities;
import io.treehouse.inference.scene.SceneSegmenter;
import io.treehouse.inference.scene.Temperature;
import io.treehouse.inference.scene.WindowBorders;
import io.treehouse.inference.scene.WindowProgress;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.bundle.ModelInput;
import io.treehouse.model.engine.EngineOptions;
import io.treehouse.model.engine.EnginePool;
import io.treehouse.model.network.NetworkSpec;

/** Class maps of a model, made by the scene segmentation that serves. */
public final class ModelClassMaps implements ClassMapSource {
    private final ModelBundle bundle;
    private final EnginePool engines;
    private final SceneSegmenter segmenter;

    private ModelClassMaps(ModelBundle bundle, ModelInput input, EnginePool engines) {
        this.bundle = bundle;
        this.engines = engines;
        this.segmenter =
                new SceneSegmenter(input, bundle.model().temperature(), new EngineWindows(engines), engines.workers());
    }

    /** Opens a model; the options are those of the server. */
    public static ModelClassMaps open(ModelBundle bundle, EngineOptions options) {
        return open(bundle, bundle.model().input(), options);
    }

    /**
     * Opens a model that sees scenes through windows of two thirds of the size it was made for: three where there are two,
     * so that they meet elsewhere.
     */
    public static ModelClassMaps openWithSmallerWindows(ModelBundle bundle, EngineOptions options) {
        ModelInput input = bundle.model().input();
        int cells = input.windowPixels() / NetworkSpec.SIZE_MULTIPLE * 2 / 3;
        return open(bundle, input.withWindowPixels(cells * NetworkSpec.SIZE_MULTIPLE), options);
    }

    private static ModelClassMaps open(ModelBundle bundle, ModelInput input, EngineOptions options) {
        return new ModelClassMaps(bundle, input, EnginePool.open(bundle.model(), options));
    }

    /** Where the windows of a picture hand over to each other. */
    public WindowBorders windowBorders(LabelledTile tile) {
        return segmenter.windowBorders(new LabelledTileSource(tile));
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

    /** What is noted of a picture for drift, as of a tile that is served. */
    TileStatistics statistics(LabelledTile tile, PictureFormat format, double calibrated) throws InterruptedException {
        TileSampler sampler = new TileSampler(
                new LabelledTileSource(tile), new Temperature(calibrated), format.bandCount(), format.range());
        segmenter.segment(
                sampler.source(),
                (firstRow, rows, classes, confidence) -> {},
                sampler.probabilities(),
                WindowProgress.NONE);
        return sampler.statistics();
    }

    @Override
    public void close() {
        segmenter.close();
        engines.close();
    }
}
