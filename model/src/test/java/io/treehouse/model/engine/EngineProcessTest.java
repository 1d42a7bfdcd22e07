package io.treehouse.model.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.model.onednn.OneDnn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process that serves with oneDNN loads, and on what its answers depend. */
class EngineProcessTest {
    @TempDir
    Path folder;

    @Test
    void nd4jIsNotLoadedWhileOneDnnServesAndThreadsDoNotChangeTheAnswer() throws Exception {
        Assumptions.assumeTrue(OneDnn.isAvailable(), "oneDNN does not load here");
        List<String> one = run(1);
        List<String> two = run(2);

        assertTrue(one.get(0).startsWith("answer "), one.toString());
        assertEquals(one, two);
        assertEquals("nd4j false", one.get(1));
        try (Stream<String> loaded = Files.lines(folder.resolve("classes-1.log"))) {
            assertFalse(loaded.anyMatch(line -> line.contains(" org.nd4j.")));
        }
    }

    private List<String> run(int threads) throws Exception {
        Path answer = folder.resolve("answer-" + threads);
        ProcessBuilder child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + folder.resolve("classes-" + threads + ".log"),
                        "-Duser.home=" + System.getProperty("user.home"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EngineProcess.class.getName())
                .redirectOutput(answer.toFile())
                .redirectError(folder.resolve("error.log").toFile());
        child.environment().put("OMP_NUM_THREADS", Integer.toString(threads));
        assertEquals(0, child.start().waitFor(), () -> "see what the child said: " + read("error.log"));
        return Files.readAllLines(answer).stream()
                .filter(line -> line.startsWith("answer ") || line.startsWith("nd4j "))
                .toList();
    }

    private String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
