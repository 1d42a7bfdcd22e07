package io.treehouse.inference.benchmark;

import io.treehouse.datasets.raster.RasterOptions;
import io.treehouse.inference.classify.TileClassification;
import io.treehouse.inference.classify.TileClassifier;
import io.treehouse.inference.classify.TileOutputs;
import io.treehouse.inference.classify.TileRequest;
import io.treehouse.inference.scene.EngineWindows;
import io.treehouse.inference.scene.StageProfile;
import io.treehouse.inference.scene.WindowProgress;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.engine.EngineOptions;
import io.treehouse.model.engine.EnginePool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Measures how a scene is classified: with the code that serves, watched from outside. Each round classifies the scene
 * and then runs the same windows through the network alone.
 */
public final class SceneBenchmark implements AutoCloseable {
    private static final double M2_PER_KM2 = 1e6;
    private static final double SECONDS_PER_HOUR = 3600;

    private final EnginePool engines;
    private final RecordedWindows windows;
    private final TileClassifier classifier;

    private SceneBenchmark(ModelBundle bundle, EnginePool engines, String programVersion) {
        this.engines = engines;
        this.windows = new RecordedWindows(new EngineWindows(engines));
        this.classifier = TileClassifier.of(bundle, engines, windows, programVersion);
    }

    /** Opens the engines. */
    public static SceneBenchmark open(ModelBundle bundle, EngineOptions options, String programVersion) {
        return new SceneBenchmark(bundle, EnginePool.open(bundle.model(), options), programVersion);
    }

    /** The classifier, for other measurements. */
    public TileClassifier classifier() {
        return classifier;
    }

    /** The engines, for other measurements. */
    public EnginePool engines() {
        return engines;
    }

    /**
     * Classifies a scene several times.
     *
     * @param scene its file
     * @param classMap the class map to write, a tiled DEFLATE GeoTIFF
     * @param rounds how often, after once to warm up
     * @return the round in the middle, by {@link SceneFigures#endToEnd}
     */
    public SceneFigures measure(Path scene, Path classMap, int rounds) throws InterruptedException {
        TileRequest request = new TileRequest(
                scene,
                RasterOptions.NONE,
                Long.MAX_VALUE,
                null,
                null,
                new TileOutputs(Optional.of(classMap), false, Optional.empty()));
        round(request);
        List<SceneFigures> figures = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            figures.add(round(request));
        }
        figures.sort(Comparator.comparingDouble(SceneFigures::endToEnd));
        return figures.get(rounds / 2);
    }

    private SceneFigures round(TileRequest request) throws InterruptedException {
        windows.clear();
        try (StageProfile profile = StageProfile.ofCurrentThread()) {
            long start = System.nanoTime();
            TileClassification answer = classifier.classify(request, WindowProgress.NONE);
            double wallSeconds = (System.nanoTime() - start) / 1e9;
            return figures(answer, wallSeconds, profile);
        }
    }

    private SceneFigures figures(TileClassification answer, double wallSeconds, StageProfile profile) {
        var stages = profile.shares();
        double busySeconds = windows.busySeconds();
        List<RecordedWindows.Size> sizes = windows.sizes();
        return new SceneFigures(
                engines.precision(),
                answer.imageSize().width(),
                answer.imageSize().height(),
                sizes.size(),
                wallSeconds,
                NetworkAlone.seconds(engines, sizes),
                busySeconds,
                answer.valid().areaM2() / M2_PER_KM2 / wallSeconds * SECONDS_PER_HOUR,
                stages);
    }

    @Override
    public void close() {
        classifier.close();
    }
}
