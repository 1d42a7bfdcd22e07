package io.treehouse.model.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.model.bundle.BundleWriter;
import io.treehouse.model.bundle.NumberType;
import io.treehouse.model.bundle.TestModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several writers, among them processes that are killed at any moment, and a reader who sees each change whole. */
@Timeout(300)
class ConcurrentWritersTest {
    private static final int ROUNDS = 3;
    private static final int KILLS = 4;
    private static final int CHANGES_OF_A_ROUND = 5;
    private static final int FIRST_EVENTS = 2;

    @TempDir
    Path folder;

    private Path first;
    private ModelRegistry registry;

    @BeforeEach
    void open() {
        first = bundle("0");
        registry = new ModelRegistry(folder.resolve("registry"), first);
    }

    private Path bundle(String version) {
        Path file = folder.resolve(version + ".zip");
        BundleWriter.write(file, TestModels.tiny(version, version.hashCode()), NumberType.F16);
        return file;
    }

    private Process writer(String version, int rounds) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-UsePerfData",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RegistryWriterProcess.class.getName(),
                        folder.resolve("registry").toString(),
                        first.toString(),
                        bundle(version).toString(),
                        Integer.toString(rounds))
                .redirectError(folder.resolve(version + ".log").toFile())
                .start();
    }

    @Test
    void noChangeOfAnyWriterIsLostAndReadersSeeWholeVersions() throws Exception {
        List<Process> processes = List.of(writer("a", ROUNDS), writer("b", ROUNDS));
        Path ofThread = bundle("c");
        Thread thread = new Thread(() -> RegistryWriterProcess.writeRounds(registry, ofThread, ROUNDS, () -> {}));
        thread.start();

        while (thread.isAlive() || processes.stream().anyMatch(Process::isAlive)) {
            assertIsWhole();
        }

        for (Process process : processes) {
            assertEquals(0, process.waitFor(), logs());
        }
        assertEquals(
                FIRST_EVENTS + 3 * ROUNDS * CHANGES_OF_A_ROUND,
                registry.state().history().size());
        assertEquals(1, registry.state().versions().size());
    }

    @Test
    void writersThatAreKilledLeaveARegistryThatOthersGoOnWith() throws Exception {
        Random random = new Random(4);
        for (int kill = 0; kill < KILLS; kill++) {
            Process writer = writer("k" + kill, Integer.MAX_VALUE);
            int changes = 1 + random.nextInt(CHANGES_OF_A_ROUND);
            for (int i = 0; i <= changes; i++) {
                assertNotNull(writer.inputReader().readLine(), logs());
            }
            writer.waitFor(random.nextInt(10), TimeUnit.MILLISECONDS); // into the midst of the next change
            writer.destroyForcibly().waitFor();

            assertIsWhole();
            RegistryWriterProcess.writeRounds(registry, bundle("after" + kill), 1, () -> {});
        }
        assertTrue(registry.state().history().size() > FIRST_EVENTS + KILLS * CHANGES_OF_A_ROUND, logs());
    }

    /** One version serves, and each that is listed can be read, unless it was deleted in between. */
    private void assertIsWhole() {
        RegistryState state = registry.state();
        assertEquals(
                1,
                state.versions().stream()
                        .filter(version -> version.status() == ModelStatus.PROMOTED)
                        .count());
        for (ModelVersion version : state.versions()) {
            try {
                assertEquals(
                        version.facts().sha256(), registry.bundle(version.id()).sha256());
            } catch (InputProblem gone) {
                assertEquals(Kind.NOT_FOUND, gone.kind(), gone.getMessage());
            }
        }
    }

    private String logs() throws IOException {
        List<String> lines = new ArrayList<>();
        try (var files = Files.newDirectoryStream(folder, "*.log")) {
            for (Path file : files) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return String.join("\n", lines);
    }
}
