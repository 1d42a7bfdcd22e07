package io.treehouse.server.benchmark;

import io.treehouse.inference.benchmark.SceneFigures;
import io.treehouse.inference.scene.SceneStage;
import io.treehouse.model.benchmark.Measurement;
import io.treehouse.model.benchmark.NetworkCell;
import io.treehouse.model.benchmark.StockCell;
import io.treehouse.model.benchmark.TrainingCell;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Prints figures as they come in. */
final class BenchmarkLog {
    private final PrintWriter out;

    BenchmarkLog(PrintWriter out) {
        this.out = out;
    }

    void heading(String text) {
        line("%n%s", text);
    }

    void line(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
        out.flush();
    }

    void tile(TileFigures tile) {
        line("%5d px %9.3f s %7.2f Mpx/s", tile.sidePixels(), tile.medianSeconds(), tile.megapixelsPerSecond());
    }

    void serving(ServingFigures serving) {
        line(
                "%5d px %2d clients %-20s %7.2f tiles/s  p50 %.1f p95 %.1f p99 %.1f ms, p99/p50 %.2f",
                serving.sidePixels(),
                serving.clients(),
                serving.besideLargeTile() ? "beside a large tile" : "",
                serving.tilesPerSecond(),
                serving.p50Millis(),
                serving.p95Millis(),
                serving.p99Millis(),
                serving.p99OverP50());
    }

    void scene(SceneFigures scene) {
        line(
                "%s: %d windows, %.2f s, %.1f km2/h; the network alone %.2f s, end to end %.2f",
                scene.precision(),
                scene.windows(),
                scene.wallSeconds(),
                scene.km2PerHour(),
                scene.networkSeconds(),
                scene.endToEnd());
        StringBuilder stages = new StringBuilder("     time beside the network:");
        for (Map.Entry<SceneStage, Double> stage : scene.stages().entrySet()) {
            stages.append(String.format(
                    Locale.ROOT,
                    " %s %.0f %%",
                    stage.getKey().name().toLowerCase(Locale.ROOT),
                    100 * stage.getValue()));
        }
        line("%s; engines busy %.2f s", stages, scene.engineBusySeconds());
    }

    void cell(NetworkCell cell) {
        heading(String.format(
                "%d px, tiles a call: %d; tiles a second (over ONNX Runtime), latency",
                cell.sidePixels(), cell.batch()));
        Stream.of(cell.exact(), cell.byDefault(), cell.onnxRuntime())
                .distinct()
                .forEach(measured -> measurement(measured, cell.onnxRuntime()));
        line(
                "     same class as f32: onnxruntime %.5f, default precision %.5f",
                cell.onnxRuntimeAgreement().sameClass(),
                cell.byDefaultAgreement().sameClass());
    }

    void stock(StockCell stock) {
        heading("256 px, tiles a call: 1; tiles a second (over stock Deeplearning4j), latency");
        measurement(stock.byDefault(), stock.stockGraph());
        measurement(stock.stockGraph(), stock.stockGraph());
        line(
                "     largest difference of a probability from f32: %.1e",
                stock.agreement().largestProbabilityDifference());
    }

    void training(TrainingCell training) {
        line("%9.2f tiles/s, %d a step  %s", training.tilesPerSecond(), training.batch(), training.contender());
    }

    private void measurement(Measurement measured, Measurement base) {
        line(
                "%9.2f tiles/s (%.2f)  p50 %.1f p95 %.1f p99 %.1f ms  %s",
                measured.tilesPerSecond(),
                measured.over(base),
                measured.p50Millis(),
                measured.p95Millis(),
                measured.p99Millis(),
                measured.contender());
    }

    void ratios(Ratios ratios) {
        heading("ratios");
        line("onnxRuntimeExact %8.2f", ratios.onnxRuntimeExact());
        line("onnxRuntime      %8.2f", ratios.onnxRuntime());
        line("stockGraph       %8.2f", ratios.stockGraph());
        line("endToEnd         %8.2f", ratios.endToEnd());
        line("endToEndExact    %8.2f", ratios.endToEndExact());
    }
}
