package io.treehouse.training.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.treehouse.model.kernel.KernelChoice;
import io.treehouse.model.network.BlurredStrides;
import io.treehouse.model.network.NetworkSpec;
import io.treehouse.model.network.Node.Convolution;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Strides that blur go on doing so unless a configuration lets training unlearn it. */
class HeldBlurTest {
    private static final NetworkSpec NETWORK = BlurredStrides.of(DrawnTiles.NETWORK);
    private static final double ROUNDING = 1e-6;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void kernelsBlurAfterATrainingExactlyIfItHoldsThem(boolean hold) throws Exception {
        Path file = Files.writeString(folder.resolve("config.yaml"), """
                sets: {drawn: 1}
                blurredStrides: true
                holdBlur: %s
                cropSize: 32
                batchSize: 4
                steps: 5
                warmupSteps: 1
                learningRate: 0.01
                kernels: nd4j
                """.formatted(hold));

        double fineness = finenessOfStem(TrainingConfigFile.read(file));

        assertEquals(hold, fineness < ROUNDING, "share of the finest patterns: " + fineness);
    }

    /** Largest value that the projection on kernels that blur takes away from those of the stem. */
    private double finenessOfStem(TrainingConfig config) throws Exception {
        Map<String, float[]> weights = new HashMap<>();
        try (Trainer trainer = new Trainer(
                config,
                NETWORK,
                DrawnTiles.untrained(),
                KernelChoice.ND4J,
                DrawnTiles.identity(config),
                Duration.ZERO,
                folder.resolve("run"))) {
            trainer.run(DrawnTiles.sampler(config), (step, seconds, snapshot) -> weights.putAll(snapshot));
        }
        Convolution stem = NETWORK.convolutions().get(0);
        float[] kernel = weights.get("stem.w");
        float[] blurred = BlurredStrides.projected(stem, kernel);
        double largest = 0;
        for (int i = 0; i < kernel.length; i++) {
            largest = Math.max(largest, Math.abs(kernel[i] - blurred[i]));
        }
        return largest;
    }
}
