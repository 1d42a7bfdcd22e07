package io.treehouse.server.benchmark;

import io.treehouse.inference.benchmark.SceneBenchmark;
import io.treehouse.inference.benchmark.SceneFigures;
import io.treehouse.model.benchmark.NetworkBenchmark;
import io.treehouse.model.benchmark.NetworkBenchmark.RoundPlan;
import io.treehouse.model.benchmark.NetworkCell;
import io.treehouse.model.benchmark.StockCell;
import io.treehouse.model.benchmark.TrainingBenchmark;
import io.treehouse.model.benchmark.TrainingCell;
import io.treehouse.model.bundle.Arithmetic;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.engine.EngineOptions;
import io.treehouse.model.engine.PrecisionChoice;
import io.treehouse.server.benchmark.BenchmarkReport.Machine;
import io.treehouse.server.benchmark.BenchmarkReport.Memory;
import io.treehouse.server.benchmark.BenchmarkReport.Processor;
import io.treehouse.server.monitor.ResidentMemory;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole run: first this program alone (start-up, tiles, scenes, memory, the server), then the network beside ONNX Runtime and the
 * stock Deeplearning4j graph, whose memory would hide this program's, and steps of training. Used once.
 */
public final class Benchmark {
    private static final List<Integer> TILE_SIDES = List.of(256, 512, 1024, 2048);
    private static final int FIRST_TILE_SIDE = 256;
    private static final int SCENE_SIDE = 4096;
    private static final int SCENE_ROUNDS = 5;
    private static final List<Integer> SERVED_SIDES = List.of(256, 512);
    private static final List<Integer> CLIENTS = List.of(1, 2, 4, 8);
    private static final int CLIENTS_BESIDE_LARGE_TILE = 4;
    private static final int TRAINING_STEPS = 10;
    private static final double MILLIS_PER_SECOND = 1000;

    private final ModelBundle bundle;
    private final EngineOptions options;
    private final RoundPlan plan;
    private final String programVersion;
    private final BenchmarkLog log;
    private final double loadAverage =
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();

    /**
     * @param options engines with the default precision
     * @param plan paired rounds of the network
     * @param out receives the figures as they come in
     */
    public Benchmark(
            ModelBundle bundle, EngineOptions options, RoundPlan plan, String programVersion, PrintWriter out) {
        this.bundle = bundle;
        this.options = options;
        this.plan = plan;
        this.programVersion = programVersion;
        this.log = new BenchmarkLog(out);
    }

    /**
     * Measures everything.
     *
     * @param folder for temporary files, a few hundred megabytes
     */
    public BenchmarkReport run(Path folder) throws IOException, InterruptedException {
        ScenePictures pictures = ScenePictures.shipped();
        try (SceneBenchmark byDefault = SceneBenchmark.open(bundle, options, programVersion)) {
            TileBenchmark tiles = new TileBenchmark(byDefault.classifier(), pictures, folder);
            double startUpSeconds = secondsToFirstAnswer(tiles);
            List<TileFigures> tileFigures = tiles(tiles);
            try (SceneBenchmark exact = inF32(byDefault)) {
                List<SceneFigures> scenes = scenes(byDefault, exact, pictures, folder);
                long afterScenesMib = ResidentMemory.peakMib();
                List<ServingFigures> serving = serving(byDefault, pictures);
                NetworkBenchmark network =
                        new NetworkBenchmark(bundle, exact.engines(), byDefault.engines(), pictures::tile, plan);
                List<NetworkCell> cells = network.cells(log::cell);
                long afterNetworkMib = ResidentMemory.peakMib();
                StockCell stock = network.stock();
                log.stock(stock);
                long afterStockMib = ResidentMemory.peakMib();
                List<TrainingCell> training = training(byDefault);
                Ratios ratios = Ratios.of(cells, stock, scenes.get(0), scenes.get(1));
                log.ratios(ratios);
                return new BenchmarkReport(
                        processor(byDefault),
                        machine(byDefault),
                        programVersion,
                        byDefault.classifier().model(),
                        ratios,
                        startUpSeconds,
                        tileFigures,
                        scenes,
                        serving,
                        cells,
                        stock,
                        training,
                        new Memory(afterScenesMib, afterNetworkMib, afterStockMib));
            }
        }
    }

    /** Engines in f32: those of the default precision if that is f32. */
    private SceneBenchmark inF32(SceneBenchmark byDefault) {
        EngineOptions exactly = new EngineOptions(PrecisionChoice.EXACT, options.workers());
        return byDefault.engines().precision().equals(Arithmetic.F32.label())
                ? byDefault
                : SceneBenchmark.open(bundle, exactly, programVersion);
    }

    private double secondsToFirstAnswer(TileBenchmark tiles) throws IOException, InterruptedException {
        tiles.classifyOnce(FIRST_TILE_SIDE);
        long startMillis = ManagementFactory.getRuntimeMXBean().getStartTime();
        double seconds = (System.currentTimeMillis() - startMillis) / MILLIS_PER_SECOND;
        log.line("first answer %.2f s after the start of the process", seconds);
        return seconds;
    }

    private List<TileFigures> tiles(TileBenchmark tiles) throws IOException, InterruptedException {
        log.heading("one tile after the other, from file to answer");
        List<TileFigures> figures = new ArrayList<>();
        for (int side : TILE_SIDES) {
            TileFigures tile = tiles.measure(side, plan.rounds());
            log.tile(tile);
            figures.add(tile);
        }
        return figures;
    }

    /** The same scene in the default precision and in f32. */
    private List<SceneFigures> scenes(
            SceneBenchmark byDefault, SceneBenchmark exact, ScenePictures pictures, Path folder)
            throws InterruptedException {
        log.heading("a scene of %d x %d pixels, from file to class map".formatted(SCENE_SIDE, SCENE_SIDE));
        Path scene = folder.resolve("scene.tif");
        pictures.write(scene, SCENE_SIDE, bundle.model().input().gsdMetres());
        SceneFigures usually = scene(byDefault, scene, folder);
        SceneFigures exactly = exact == byDefault ? usually : scene(exact, scene, folder);
        return List.of(usually, exactly);
    }

    private SceneFigures scene(SceneBenchmark benchmark, Path scene, Path folder) throws InterruptedException {
        SceneFigures figures = benchmark.measure(scene, folder.resolve("classes.tif"), SCENE_ROUNDS);
        log.scene(figures);
        return figures;
    }

    private List<ServingFigures> serving(SceneBenchmark byDefault, ScenePictures pictures) {
        log.heading("tiles over HTTP");
        Duration duration = plan.duration().multipliedBy(plan.rounds());
        List<ServingFigures> figures = new ArrayList<>();
        try (ServingBenchmark server = new ServingBenchmark(byDefault.classifier(), pictures)) {
            for (int side : SERVED_SIDES) {
                for (int clients : CLIENTS) {
                    figures.add(logged(server.measure(side, clients, false, duration)));
                }
                figures.add(logged(server.measure(side, CLIENTS_BESIDE_LARGE_TILE, true, duration)));
            }
        }
        return figures;
    }

    private List<TrainingCell> training(SceneBenchmark byDefault) {
        log.heading("training steps, 256 px");
        return new TrainingBenchmark(bundle.model(), byDefault.engines().workers(), TRAINING_STEPS)
                .cells(log::training);
    }

    private ServingFigures logged(ServingFigures figures) {
        log.serving(figures);
        return figures;
    }

    private static Processor processor(SceneBenchmark engines) {
        var detected = engines.engines().processor();
        return new Processor(detected.name(), detected.instructionSet().label());
    }

    private Machine machine(SceneBenchmark engines) {
        return new Machine(
                engines.engines().processor().cores(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.version"),
                loadAverage);
    }
}
