package io.treehouse.server.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.model.benchmark.TrainingCell;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The names in the JSON file that other programs read. */
class BenchmarkReportTest {
    private static final JsonNode JSON = new ObjectMapper()
            .valueToTree(new BenchmarkReport(
                    new BenchmarkReport.Processor("AMD EPYC", "AVX-512 BF16"),
                    new BenchmarkReport.Machine(2, "Linux 6.1", "17", 0.1),
                    "0.1.0",
                    null,
                    new Ratios(1.1, 2.2, 130, 0.8, 0.9),
                    1.5,
                    List.of(),
                    List.of(),
                    List.of(new ServingFigures(256, 4, true, 50, 70, 90, 100, 400)),
                    List.of(),
                    null,
                    List.of(new TrainingCell("onednn-bf16", 16, 20, List.of(20.0))),
                    new BenchmarkReport.Memory(900, 5000, 6000)));

    @Test
    void theProcessorHasItsNameAndItsInstructions() {
        assertEquals(List.of("name", "isa"), names(JSON.get("processor")));
        assertEquals("AVX-512 BF16", JSON.at("/processor/isa").asText());
    }

    @Test
    void theRatiosAreFiveNumbers() {
        JsonNode ratios = JSON.get("ratios");
        assertEquals(
                List.of("onnxRuntimeExact", "onnxRuntime", "stockGraph", "endToEnd", "endToEndExact"), names(ratios));
        ratios.forEach(ratio -> assertTrue(ratio.isNumber()));
    }

    @Test
    void theServerIsDescribedByLoadThroughputAndPercentiles() {
        assertEquals(
                List.of(
                        "sidePixels",
                        "clients",
                        "besideLargeTile",
                        "tilesPerSecond",
                        "p50Millis",
                        "p95Millis",
                        "p99Millis",
                        "tiles"),
                names(JSON.at("/serving/0")));
    }

    @Test
    void trainingIsDescribedByWhatComputesAndTilesPerSecond() {
        assertEquals(List.of("contender", "batch", "tilesPerSecond", "steps"), names(JSON.at("/training/0")));
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
