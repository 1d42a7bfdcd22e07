package io.treehouse.server.benchmark;

import io.treehouse.inference.benchmark.SceneFigures;
import io.treehouse.inference.classify.ServedModel;
import io.treehouse.model.benchmark.NetworkCell;
import io.treehouse.model.benchmark.StockCell;
import io.treehouse.model.benchmark.TrainingCell;
import java.util.List;

/**
 * All that was measured in one run, and on what.
 *
 * @param processor the processor
 * @param machine the rest of the machine
 * @param programVersion version of this program
 * @param model the model in its default precision
 * @param ratios the figures in short
 * @param startUpSeconds from the start of the process to the first answer
 * @param tiles tiles one after the other, from file to answer
 * @param scenes a scene in the default precision, and in f32
 * @param serving the server as its clients see it, in the default precision
 * @param network the network alone, beside ONNX Runtime
 * @param stock the network alone, beside the stock Deeplearning4j graph
 * @param training steps of training
 * @param memory peaks of the process as the run went on
 */
public record BenchmarkReport(
        Processor processor,
        Machine machine,
        String programVersion,
        ServedModel model,
        Ratios ratios,
        double startUpSeconds,
        List<TileFigures> tiles,
        List<SceneFigures> scenes,
        List<ServingFigures> serving,
        List<NetworkCell> network,
        StockCell stock,
        List<TrainingCell> training,
        Memory memory) {
    /**
     * The processor.
     *
     * @param name model name
     * @param isa best vector instructions that the engine can use
     */
    record Processor(String name, String isa) {}

    /**
     * The rest of the machine.
     *
     * @param cores cores that the process may use
     * @param operatingSystem name and version
     * @param java version
     * @param loadAverage load before the run; figures are worth little if others were at work
     */
    record Machine(int cores, String operatingSystem, String java, double loadAverage) {}

    /**
     * Peaks of resident memory in MiB.
     *
     * @param afterScenesMib of this program alone
     * @param afterNetworkMib with ONNX Runtime's sessions
     * @param afterStockMib with the stock graph
     */
    record Memory(long afterScenesMib, long afterNetworkMib, long afterStockMib) {}
}
