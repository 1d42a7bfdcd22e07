package io.treehouse.model.benchmark;

import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.engine.EnginePool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures the network of a bundle, probabilities included, in this program's engines, in ONNX Runtime and in a stock
 * Deeplearning4j graph. In every round each contender has its turn, so that what else the machine does meets all of them.
 */
public final class NetworkBenchmark {
    /** Sides of the tiles in pixels. */
    public static final List<Integer> SIDES = List.of(256, 512);

    /** Tiles a call. */
    public static final List<Integer> BATCHES = List.of(1, 4, 8);

    private static final int STOCK_SIDE = 256;

    private final ModelBundle bundle;
    private final Contender exact;
    private final Contender byDefault;
    private final int cores;
    private final TilePictures pictures;
    private final RoundPlan plan;

    /** Gives the tiles to classify. */
    @FunctionalInterface
    public interface TilePictures {
        /**
         * A tile.
         *
         * @param index which, from 0
         * @return {@code [side, side, 3]} red, green, blue in 0…255
         */
        float[] rgb(int sidePixels, int index);
    }

    /**
     * How long to measure.
     *
     * @param rounds number of paired rounds, at least 5 for figures that are published
     * @param duration of each contender's turn in a round; one call is made at least
     */
    public record RoundPlan(int rounds, Duration duration) {}

    /**
     * @param exact engines in f32
     * @param byDefault engines in the default precision; may be the same
     */
    public NetworkBenchmark(
            ModelBundle bundle, EnginePool exact, EnginePool byDefault, TilePictures pictures, RoundPlan plan) {
        this.bundle = bundle;
        this.exact = new TreehouseContender(exact);
        this.byDefault = exact == byDefault ? this.exact : new TreehouseContender(byDefault);
        this.cores = exact.workers();
        this.pictures = pictures;
        this.plan = plan;
    }

    /** All cells of sides and batches; {@code progress} is told each as it is done. */
    public List<NetworkCell> cells(Consumer<NetworkCell> progress) {
        List<NetworkCell> cells = new ArrayList<>();
        for (int side : SIDES) {
            for (int batch : BATCHES) {
                NetworkCell cell = cell(side, batch);
                progress.accept(cell);
                cells.add(cell);
            }
        }
        return cells;
    }

    private NetworkCell cell(int side, int batch) {
        List<float[]> tiles = tiles(side, batch);
        try (Contender rival = fastestArrangement(side, tiles);
                Lane exactly = new Lane(exact, side, tiles);
                Lane usually = exact == byDefault ? exactly : new Lane(byDefault, side, tiles);
                Lane rivals = new Lane(rival, side, tiles)) {
            run(Stream.of(exactly, usually, rivals).distinct().toList());
            return new NetworkCell(
                    side,
                    batch,
                    exactly.measurement(),
                    usually.measurement(),
                    rivals.measurement(),
                    Agreement.of(usually.answer(), exactly.answer()),
                    Agreement.of(rivals.answer(), exactly.answer()));
        }
    }

    /** The stock graph against the default precision, one tile of 256 pixels a call. */
    public StockCell stock() {
        List<float[]> tiles = tiles(STOCK_SIDE, 1);
        try (Contender stock = new StockGraphContender(bundle.model(), STOCK_SIDE);
                Lane exactly = new Lane(exact, STOCK_SIDE, tiles);
                Lane usually = new Lane(byDefault, STOCK_SIDE, tiles);
                Lane stocks = new Lane(stock, STOCK_SIDE, tiles)) {
            exactly.warmUp(plan.duration());
            run(List.of(usually, stocks));
            return new StockCell(
                    usually.measurement(), stocks.measurement(), Agreement.of(stocks.answer(), exactly.answer()));
        }
    }

    private List<float[]> tiles(int side, int batch) {
        return IntStream.range(0, batch)
                .mapToObj(index -> pictures.rgb(side, index))
                .toList();
    }

    /** Contenders take turns, in every other round backwards. */
    private void run(List<Lane> lanes) {
        lanes.forEach(lane -> lane.warmUp(plan.duration()));
        for (int round = 0; round < plan.rounds(); round++) {
            for (int turn = 0; turn < lanes.size(); turn++) {
                lanes.get(round % 2 == 0 ? turn : lanes.size() - 1 - turn).round(plan.duration());
            }
        }
    }

    private Contender fastestArrangement(int side, List<float[]> tiles) {
        List<Contender> arrangements = OnnxRuntimeContender.arrangements(bundle, cores, tiles.size());
        Contender fastest = arrangements.stream()
                .max(Comparator.comparingDouble(arrangement -> trial(arrangement, side, tiles)))
                .orElseThrow();
        arrangements.stream().filter(arrangement -> arrangement != fastest).forEach(Contender::close);
        return fastest;
    }

    private double trial(Contender arrangement, int side, List<float[]> tiles) {
        try (Lane lane = new Lane(arrangement, side, tiles)) {
            lane.warmUp(plan.duration().dividedBy(2));
            return lane.warmUp(plan.duration()).tilesPerSecond();
        }
    }
}
