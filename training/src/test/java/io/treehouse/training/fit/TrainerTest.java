package io.treehouse.training.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.model.kernel.KernelChoice;
import io.treehouse.training.licence.LicenceHeritage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {
    private static final int STEPS = 40;
    private static final long POLL_MILLIS = 20;

    @TempDir
    Path folder;

    private static Map<String, float[]> train(TrainingConfig config, Path output) throws Exception {
        return train(config, DrawnTiles.identity(config), output);
    }

    private static Map<String, float[]> train(TrainingConfig config, RunIdentity identity, Path output)
            throws Exception {
        Map<String, float[]> last = new HashMap<>();
        try (Trainer trainer = DrawnTiles.trainer(config, DrawnTiles.untrained(), identity, output)) {
            trainer.run(DrawnTiles.sampler(config), (step, seconds, weights) -> last.putAll(weights));
        }
        return last;
    }

    private static List<Double> losses(Path output) throws IOException {
        return Files.readAllLines(output.resolve("training.csv")).stream()
                .skip(1)
                .map(line -> Double.valueOf(line.split(",")[1]))
                .toList();
    }

    @Test
    void aRunLearns() throws Exception {
        train(DrawnTiles.config(STEPS), folder);

        List<Double> losses = losses(folder);
        assertEquals(STEPS, losses.size());
        double first =
                losses.subList(0, 5).stream().mapToDouble(x -> x).average().orElseThrow();
        double last = losses.subList(STEPS - 5, STEPS).stream()
                .mapToDouble(x -> x)
                .average()
                .orElseThrow();
        assertTrue(last < 0.8 * first, "from " + first + " to " + last);
    }

    @Test
    @Timeout(120)
    void aRunThatWasKilledGoesOnAsIfItHadNot() throws Exception {
        Path killed = folder.resolve("killed");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DrawnTiles.class.getName(),
                        killed.toString(),
                        Integer.toString(STEPS))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("child.log").toFile())
                .start();
        while (child.isAlive() && !Files.exists(killed.resolve(Trainer.CHECKPOINT))) {
            child.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
        child.destroyForcibly().waitFor();
        assertTrue(Files.exists(killed.resolve(Trainer.CHECKPOINT)), Files.readString(folder.resolve("child.log")));
        Path whole = folder.resolve("whole");

        Map<String, float[]> resumed = train(DrawnTiles.config(STEPS), killed);
        Map<String, float[]> uninterrupted = train(DrawnTiles.config(STEPS), whole);

        List<Double> expected = losses(whole);
        List<Double> actual = losses(killed);
        assertEquals(STEPS, actual.size());
        for (int step = 0; step < STEPS; step++) {
            assertEquals(expected.get(step), actual.get(step), 1e-4 * expected.get(step), "step " + step);
        }
        resumed.forEach((name, values) -> assertArrayEquals(uninterrupted.get(name), values, 1e-4f, name));
    }

    @Test
    void aCheckpointOfAnotherConfigurationIsRefused() throws Exception {
        train(DrawnTiles.config(5), folder);

        InputProblem problem = assertThrows(InputProblem.class, () -> train(DrawnTiles.config(6), folder));

        assertTrue(problem.getMessage().contains("another configuration"), problem.getMessage());
    }

    @Test
    void aCheckpointOfOtherKernelsOrPicturesIsRefused() throws Exception {
        TrainingConfig config = DrawnTiles.config(5);
        train(config, folder);
        TrainingData drawn = DrawnTiles.data("drawn");

        InputProblem kernels = assertThrows(
                InputProblem.class,
                () -> train(config, RunIdentity.of(config, KernelChoice.ONEDNN_F32, drawn), folder));
        InputProblem pictures = assertThrows(
                InputProblem.class,
                () -> train(config, RunIdentity.of(config, KernelChoice.ND4J, DrawnTiles.data("another")), folder));

        assertTrue(kernels.getMessage().contains("the kernels nd4j and not onednn-f32"), kernels.getMessage());
        assertTrue(pictures.getMessage().contains("other pictures"), pictures.getMessage());
    }

    @Test
    void theKernelsOfACheckpointAreReadWithoutItsWeights() throws Exception {
        TrainingConfig config = DrawnTiles.config(5);
        train(config, folder);

        RunIdentity recorded = Checkpoint.readRun(folder.resolve(Trainer.CHECKPOINT));

        assertEquals(DrawnTiles.identity(config), recorded);
        assertEquals("nd4j", recorded.kernels());
    }

    @Test
    void aCheckpointThatRecordsNeitherKernelsNorPicturesIsTaken() {
        TrainingConfig config = DrawnTiles.config(5);
        RunIdentity earlier = new RunIdentity(config.toString(), "", "");

        assertEquals(Optional.empty(), DrawnTiles.identity(config).differenceFrom(earlier));
    }

    @Test
    void aLossThatIsNotFiniteStopsTheRunWithTheStep() throws Exception {
        TrainingConfig config = DrawnTiles.config(20);
        StartWeights broken = new StartWeights(
                Map.of("classes.b", new float[] {Float.NaN, 0, 0, 0, 0}), Set.of(), Map.of(), LicenceHeritage.NONE);
        try (Trainer trainer = DrawnTiles.trainer(config, broken, DrawnTiles.identity(config), folder)) {
            InputProblem problem = assertThrows(
                    InputProblem.class, () -> trainer.run(DrawnTiles.sampler(config), (step, seconds, weights) -> {}));

            assertTrue(problem.getMessage().contains("step 0 of 20"), problem.getMessage());
            assertTrue(problem.remedy().contains("learningRate"), problem.remedy());
        }
    }

    @Test
    void aDamagedCheckpointIsNamed() throws Exception {
        train(DrawnTiles.config(5), folder);
        Path checkpoint = folder.resolve(Trainer.CHECKPOINT);
        byte[] bytes = Files.readAllBytes(checkpoint);
        bytes[bytes.length / 2] ^= 1;
        Files.write(checkpoint, bytes);

        InputProblem problem = assertThrows(InputProblem.class, () -> train(DrawnTiles.config(5), folder));

        assertTrue(problem.getMessage().contains(checkpoint.toString()), problem.getMessage());
    }
}
