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
    private static final int POLL_MILLIS = 5;

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

    /** Kills a process once something holds, or after that time if it does not come to pass. */
    private void kill(Process process, BooleanSupplier moment, long withinMillis) throws Exception {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(withinMillis);
        while (process.isAlive() && !moment.getAsBoolean() && System.nanoTime() < end) {
            process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
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
        kill(start(12), () -> Files.exists(folder.resolve("run0/checkpoint.bin")), TimeUnit.MINUTES.toMillis(4));
        assertTrue(Files.exists(output.resolve("checkpoint.bin")), Files.readString(folder.resolve("process0.log")));

        Decision decision = towns.retrain(towns.registry(registryName), towns.request(12), output, true);

        assertWhole(towns, decision, 12);
        assertEquals(13, Files.readAllLines(output.resolve("training.csv")).size());
    }

    @Test
    @Tag("slow")
    @Timeout(1800)
    void atTenRandomMomentsOneAfterTheOtherItEndsWithAValidVersion() throws Exception {
        long seed = Long.getLong("treehouse.test.seed", System.nanoTime());
        System.out.println("Seed of the moments: -Dtreehouse.test.seed=" + seed);
        TinyTowns towns = TinyTowns.draw(folder);
        long whole = System.nanoTime();
        Process first = start(24);
        first.waitFor();
        long wholeMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - whole);
        assertEquals(0, first.exitValue(), Files.readString(folder.resolve("process0.log")));
        Random random = new Random(seed);
        for (int i = 0; i < 10; i++) {
            kill(start(24), () -> false, (long) (random.nextDouble() * wholeMillis));
            System.out.printf("Killed in: %s%n", RetrainingProgress.read(output));
            towns.registry(registryName).state().promoted();

            Decision decision = towns.retrain(towns.registry(registryName), towns.request(24), output, true);

            assertWhole(towns, decision, 24);
        }
    }
}
