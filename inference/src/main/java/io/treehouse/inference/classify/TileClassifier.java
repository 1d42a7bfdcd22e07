package io.treehouse.inference.classify;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.raster.ClassRowSink;
import io.treehouse.datasets.raster.Raster;
import io.treehouse.datasets.raster.RgbSource;
import io.treehouse.datasets.vector.ZoneReader;
import io.treehouse.inference.drift.TileSampler;
import io.treehouse.inference.errormatrix.ModelErrors;
import io.treehouse.inference.landcover.LandCover;
import io.treehouse.inference.landcover.LandCoverAccumulator;
import io.treehouse.inference.sample.LabelledSample;
import io.treehouse.inference.sample.SampleFile;
import io.treehouse.inference.scene.AdmittedScene;
import io.treehouse.inference.scene.EngineWindows;
import io.treehouse.inference.scene.SceneSegmenter;
import io.treehouse.inference.scene.Temperature;
import io.treehouse.inference.scene.WindowClassifier;
import io.treehouse.inference.scene.WindowProgress;
import io.treehouse.inference.zone.AreaOfInterest;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.engine.EngineOptions;
import io.treehouse.model.engine.EnginePool;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Classifies tiles with one model: the way from a file to its answer. One serves the whole process: thread-safe, and
 * calls at the same time share the engines without a change in any answer.
 */
public final class TileClassifier implements AutoCloseable {
    private final ServedModel model;
    private final EnginePool engines;
    private final SceneSegmenter segmenter;
    private final Optional<ModelErrors> errors;
    private final Temperature temperature;
    private final String programVersion;
    private final TileObserver observer;
    private final CallsInWork calls = new CallsInWork();

    private TileClassifier(
            ModelBundle bundle,
            EnginePool engines,
            SceneSegmenter segmenter,
            String programVersion,
            TileObserver observer) {
        this.model = ServedModel.of(bundle, engines);
        this.engines = engines;
        this.segmenter = segmenter;
        this.errors = ModelErrors.of(bundle.model().errors());
        this.temperature = new Temperature(bundle.model().temperature());
        this.programVersion = programVersion;
        this.observer = observer;
    }

    /**
     * Opens the engines of a model.
     *
     * @param programVersion version of the program, for answers and metadata
     */
    public static TileClassifier open(ModelBundle bundle, EngineOptions options, String programVersion) {
        return open(bundle, options, programVersion, TileObserver.NONE);
    }

    /** Opens the engines of a model, and lets somebody know of each tile and window. */
    public static TileClassifier open(
            ModelBundle bundle, EngineOptions options, String programVersion, TileObserver observer) {
        EnginePool engines = EnginePool.open(bundle.model(), options);
        return of(bundle, engines, new EngineWindows(engines), programVersion, observer);
    }

    /**
     * Classifies with engines that are open, which it closes with itself.
     *
     * @param classifier the engines, or what stands between them and the scenes to watch them
     */
    public static TileClassifier of(
            ModelBundle bundle, EnginePool engines, WindowClassifier classifier, String programVersion) {
        return of(bundle, engines, classifier, programVersion, TileObserver.NONE);
    }

    private static TileClassifier of(
            ModelBundle bundle,
            EnginePool engines,
            WindowClassifier classifier,
            String programVersion,
            TileObserver observer) {
        SceneSegmenter segmenter = new SceneSegmenter(
                bundle.model().input(),
                bundle.model().temperature(),
                new ObservedWindows(classifier, observer),
                engines.workers());
        return new TileClassifier(bundle, engines, segmenter, programVersion, observer);
    }

    /** The model that classifies, and what it runs on. */
    public ServedModel model() {
        return model;
    }

    /** What is known of the model's errors. */
    public Optional<ModelErrors> errors() {
        return errors;
    }

    /** Version of the program, as answers and metadata name it. */
    public String programVersion() {
        return programVersion;
    }

    /**
     * Classifies a tile. When this throws, each file asked for is complete or absent.
     *
     * @param progress is told after every window, on the calling thread
     * @throws InputProblem if the tile cannot be classified: unreadable, too large, or without any valid pixel
     * @throws io.treehouse.inference.scene.MemoryBusyException if others hold the memory that it needs for too long
     * @throws ModelClosedException if this is closed; nothing was begun
     * @throws InterruptedException if the thread is interrupted
     */
    public TileClassification classify(TileRequest request, WindowProgress progress) throws InterruptedException {
        return classify(request, RunSupport.NONE, progress);
    }

    /** Classifies a tile as the shorter method does, leaning on what survives the end of this process. */
    public TileClassification classify(TileRequest request, RunSupport support, WindowProgress progress)
            throws InterruptedException {
        calls.begin();
        try {
            return classified(request, support, progress);
        } finally {
            calls.end();
        }
    }

    private TileClassification classified(TileRequest request, RunSupport support, WindowProgress progress)
            throws InterruptedException {
        StageClock clock = new StageClock();
        try (Raster tile = Raster.open(request.files(), request.options(), request.maximumPixels())) {
            clock.ended(TileStage.OPEN);
            TileSampler sampler =
                    new TileSampler(limited(tile, request), temperature, tile.bandCount(), tile.valueRange());
            try (AdmittedScene scene = segmenter.admit(sampler.source(), heapBytes(request.outputs(), tile))) {
                clock.ended(TileStage.ADMIT);
                return classified(request, support, progress, tile, sampler, scene, clock);
            }
        }
    }

    private TileClassification classified(
            TileRequest request,
            RunSupport support,
            WindowProgress progress,
            Raster tile,
            TileSampler sampler,
            AdmittedScene scene,
            StageClock clock)
            throws InterruptedException {
        Map<String, String> provenance = TileProvenance.of(model, scene.grids(), programVersion, request, tile);
        TileZones zones = new TileZones(request, tile);
        try (TileObjects objects = new TileObjects(request, tile, provenance, support.stagingFolder(), zones::accept);
                TileFiles files =
                        new TileFiles(request.outputs(), tile, temperature, provenance, support.stagingFolder())) {
            Optional<LabelledSample> sample = request.sample().map(SampleFile::read);
            LandCoverAccumulator accumulator = new LandCoverAccumulator(tile.width(), tile.pixelAreas());
            ClassRowSink sinks = all(List.of(accumulator, objects, files, zones));
            scene.segment(sinks, files.probabilities().and(sampler.probabilities()), support.memory(), progress);
            clock.ended(TileStage.SEGMENT);
            LandCover cover = accumulator.landCover();
            requireImagery(cover);
            TileAreas areas = TileAreas.of(errors, sample, cover, zones.covers());
            support.beforePublishing().run();
            files.publish(cover);
            objects.publish();
            zones.publish(request, tile, areas.zones(), provenance, support.stagingFolder());
            clock.ended(TileStage.FINISH);
            observer.tile(new ObservedTile(cover.valid(), sampler.statistics(), clock.durations()));
            return new TileAnswer(model, programVersion)
                    .of(request, tile, scene.grids(), cover, objects, areas, zones, clock.millis());
        }
    }

    /** The tile, without what lies outside of the area of interest where there is one. */
    private static RgbSource limited(Raster tile, TileRequest request) {
        return request.areaOfInterest()
                .map(file -> ZoneReader.read(file, tile.grid()))
                .map(area -> new AreaOfInterest(area.polygons(), tile.width(), tile.height()).of(tile))
                .orElse(tile);
    }

    /**
     * Looks at a tile without reading its pixels.
     *
     * @throws InputProblem if it cannot be opened, is too large, its area of interest does not lie on it, or its objects would have no
     *     place
     */
    public ScenePlan plan(TileRequest request) {
        try (Raster tile = Raster.open(request.files(), request.options(), request.maximumPixels())) {
            TileObjects.requirePlace(request.outputs().objects(), tile);
            return new ScenePlan(tile.width(), tile.height(), segmenter.windows(limited(tile, request)));
        }
    }

    /** What the segmentation's results take on the Java heap. */
    private static long heapBytes(TileOutputs outputs, Raster tile) {
        return TileObjects.heapBytes(outputs.objects(), tile) + TileFiles.heapBytes(outputs, tile);
    }

    private static ClassRowSink all(List<ClassRowSink> sinks) {
        return (firstRow, rows, classes, confidence) ->
                sinks.forEach(sink -> sink.rows(firstRow, rows, classes, confidence));
    }

    private static void requireImagery(LandCover cover) {
        if (cover.valid().pixels() == 0) {
            throw new InputProblem(
                    Kind.UNUSABLE_RASTER,
                    "The tile has no imagery: all of its pixels are nodata.",
                    "Send a tile with imagery, or correct its nodata value or mask.");
        }
    }

    /** Waits for the tiles in work and frees the engines. Tiles that come later are refused. */
    @Override
    public void close() {
        calls.close();
        segmenter.close();
        engines.close();
    }
}
