package io.treehouse.model.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.model.benchmark.NetworkBenchmark.RoundPlan;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.bundle.TestModels;
import io.treehouse.model.engine.EngineOptions;
import io.treehouse.model.engine.EnginePool;
import io.treehouse.model.engine.PrecisionChoice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NetworkBenchmarkTest {
    private static final int ROUNDS = 3;

    private final ModelBundle bundle = new ModelBundle(TestModels.tiny(), "0".repeat(64));
    private final EnginePool engines = EnginePool.open(bundle.model(), new EngineOptions(PrecisionChoice.EXACT, 2));
    private final NetworkBenchmark benchmark = new NetworkBenchmark(
            bundle, engines, engines, NetworkBenchmarkTest::noise, new RoundPlan(ROUNDS, Duration.ofMillis(1)));

    @AfterEach
    void closeEngines() {
        engines.close();
    }

    @Test
    void everySizeAndBatchIsMeasuredBesideOnnxRuntimeWithTheSameAnswers() {
        List<NetworkCell> told = new ArrayList<>();
        List<NetworkCell> cells = benchmark.cells(told::add);
        assertEquals(told, cells);
        assertEquals(6, cells.size());
        for (NetworkCell cell : cells) {
            assertEquals(1, cell.onnxRuntimeAgreement().sameClass(), 1e-4);
            assertEquals(0, cell.onnxRuntimeAgreement().largestProbabilityDifference(), 1e-5);
            assertEquals(ROUNDS, cell.onnxRuntime().rounds().size());
            assertTrue(cell.exact().calls() >= 2 * ROUNDS, cell.toString());
            assertTrue(cell.exact().over(cell.onnxRuntime()) > 0, cell.toString());
        }
    }

    @Test
    void stockLayersAnswerWithinAThousandth() {
        StockCell stock = benchmark.stock();
        assertEquals(0, stock.agreement().largestProbabilityDifference(), 1e-3);
        assertTrue(stock.stockGraph().tilesPerSecond() > 0, stock.toString());
    }

    private static float[] noise(int sidePixels, int index) {
        Random random = new Random(index);
        float[] rgb = new float[3 * sidePixels * sidePixels];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = random.nextInt(256);
        }
        return rgb;
    }
}
