package io.treehouse.training.retrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.model.registry.ModelId;
import io.treehouse.model.registry.ModelRegistry;
import io.treehouse.model.registry.ModelStatus;
import io.treehouse.model.registry.ModelVersion;
import io.treehouse.training.promote.Decision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A retraining whose process is killed (SIGKILL) goes on where it was, and the registry is whole at any time. */
class KilledRetrainingTest {
    private static final ModelId CANDIDATE = ModelId.parse("tiny@1-r1");
    private static final int STEPS = 12;
    private static final int POLL_MILLIS = 1;
    private static final int MOST_DELAY_MILLIS = 30;

    @TempDir
    private Path folder;

    private Path output;
    private String registryName;
    private int processes;

    private Process start(int steps) throws IOException {
        output = folder.resolve("run" + processes);
        registryName = "registry" + processes;
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.library.path=" + System.getProperty("java.library.path"),
                        "-Duser.home=" + System.getProperty("user.home"),
                        "-Dtreehouse.home=" + System.getProperty("treehouse.home"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        TinyTowns.class.getName(),
                        folder.toString(),
                        registryName,
                        output.toString(),
                        Integer.toString(steps))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("process" + processes++ + ".log").toFile());
        builder.environment().put("OMP_NUM_THREADS", "1");
        return builder.start();
    }

    /** Kills a process a random moment after something holds, or after that time if it does not come to pass. */
    private void kill(Process process, BooleanSupplier moment, long withinMillis) throws Exception {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(withinMillis);
        while (process.isAlive() && !moment.getAsBoolean() && System.nanoTime() < end) {
            process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
        Thread.sleep(new Random(withinMillis + processes).nextInt(MOST_DELAY_MILLIS));
        process.destroyForcibly().waitFor();
    }

    private void assertWhole(TinyTowns towns, Decision decision, int steps) throws Exception {
        ModelRegistry registry = towns.registry(registryName);
        ModelVersion candidate = registry.state().get(CANDIDATE);
        assertEquals(2, registry.state().versions().size());
        assertEquals(
                steps,
                registry.bundle(CANDIDATE)
                        .model()
                        .training()
                        .at("/configuration/steps")
                        .asInt());
        assertEquals(decision.passes() ? ModelStatus.PROMOTED : ModelStatus.CANDIDATE, candidate.status());
        JsonNode report =
                new ObjectMapper().readTree(output.resolve("report.json").toFile());
        assertEquals(candidate.status().label(), report.get("status").asText());
        assertEquals(Stage.DONE, RetrainingProgress.read(output).stage());
    }

    @Test
    @Timeout(300)
    void afterItsFirstCheckpointItGoesOnFromThere() throws Exception {
        TinyTowns towns = TinyTowns.draw(folder);
        kill(start(STEPS), () -> Files.exists(folder.resolve("run0/checkpoint.bin")), TimeUnit.MINUTES.toMillis(4));
        assertTrue(Files.exists(output.resolve("checkpoint.bin")), Files.readString(folder.resolve("process0.log")));

        Decision decision = towns.retrain(towns.registry(registryName), towns.request(STEPS), output, true);

        assertWhole(towns, decision, STEPS);
        assertEquals(
                STEPS + 1, Files.readAllLines(output.resolve("training.csv")).size());
    }

    /** Ten moments: loading, training, checkpoint, snapshot, calibrating, publishing (twice), measuring (twice), reporting. */
    private List<BooleanSupplier> moments(Random random) {
        int step = 1 + random.nextInt(STEPS - 1);
        int picture = 1 + random.nextInt(3);
        return List.of(
                () -> Files.exists(output.resolve("lock")),
                () -> RetrainingProgress.read(output).step() >= step,
                () -> Files.exists(output.resolve("checkpoint.bin.part")),
                () -> Files.exists(output.resolve("candidate.zip")),
                () -> RetrainingProgress.read(output).step() == STEPS,
                () -> Files.exists(output.resolve("finished.zip.part")),
                () -> Files.exists(output.resolve("finished.zip")),
                () -> RetrainingProgress.read(output).stage() == Stage.MEASURING,
                () -> RetrainingProgress.read(output).percent() >= 80 + 5 * picture,
                () -> Files.exists(output.resolve("report.md.part")) || Files.exists(output.resolve("report.md")));
    }

    @Test
    @Tag("slow")
    @Timeout(1800)
    void atTenMomentsWithRandomDelaysItEndsWithAValidVersion() throws Exception {
        long seed = Long.getLong("treehouse.test.seed", System.nanoTime());
        System.out.println("Seed of the moments: -Dtreehouse.test.seed=" + seed);
        Random random = new Random(seed);
        TinyTowns towns = TinyTowns.draw(folder);
        for (int i = 0; i < 10; i++) {
            Process process = start(STEPS);
            kill(process, moments(random).get(i), TimeUnit.MINUTES.toMillis(2));
            RetrainingProgress killed = RetrainingProgress.read(output);
            System.out.printf(
                    "Killed while %s at step %d, %.1f %%, exit code %d%n",
                    killed.stage().label(), killed.step(), killed.percent(), process.exitValue());
            towns.registry(registryName).state().promoted();

            Decision decision = towns.retrain(towns.registry(registryName), towns.request(STEPS), output, true);

            assertWhole(towns, decision, STEPS);
        }
    }
}
