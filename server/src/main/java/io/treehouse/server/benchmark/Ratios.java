package io.treehouse.server.benchmark;

import io.treehouse.inference.benchmark.SceneFigures;
import io.treehouse.model.benchmark.Figures;
import io.treehouse.model.benchmark.NetworkCell;
import io.treehouse.model.benchmark.StockCell;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The figures in short; larger is better.
 *
 * @param onnxRuntimeExact throughput of the network in f32 over ONNX Runtime's in f32 in its best arrangement: median of
 *     paired rounds, geometric mean over 256 and 512 pixels with 1, 4 and 8 tiles a call
 * @param onnxRuntime the same in the default precision
 * @param stockGraph throughput in the default precision over the stock Deeplearning4j graph's, 256 pixels, one tile a call
 * @param endToEnd seconds that the network alone needs over the wall seconds of classifying a scene, default precision
 * @param endToEndExact the same in f32
 */
record Ratios(double onnxRuntimeExact, double onnxRuntime, double stockGraph, double endToEnd, double endToEndExact) {
    static Ratios of(List<NetworkCell> network, StockCell stock, SceneFigures byDefault, SceneFigures exact) {
        return new Ratios(
                mean(network, cell -> cell.exact().over(cell.onnxRuntime())),
                mean(network, cell -> cell.byDefault().over(cell.onnxRuntime())),
                stock.byDefault().over(stock.stockGraph()),
                byDefault.endToEnd(),
                exact.endToEnd());
    }

    private static double mean(List<NetworkCell> cells, ToDoubleFunction<NetworkCell> ratio) {
        return Figures.geometricMean(cells.stream().mapToDouble(ratio).boxed().toList());
    }
}
