package io.treehouse.model.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.model.engine.Processor.InstructionSet;
import io.treehouse.model.onednn.OneDnn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a process that serves with oneDNN loads, and on what its answers depend. */
class EngineProcessTest {
    @TempDir
    Path folder;

    @Test
    void nd4jIsNotLoadedWhileOneDnnServesAndThreadsDoNotChangeTheAnswer() throws Exception {
        Assumptions.assumeTrue(OneDnn.isAvailable(), "oneDNN does not load here");
        List<String> one = run("one", Map.of("OMP_NUM_THREADS", "1"));
        List<String> two = run("two", Map.of("OMP_NUM_THREADS", "2"));

        assertTrue(one.get(0).startsWith("answer "), one.toString());
        assertEquals(one, two);
        assertEquals("nd4j false", one.get(2));
        try (Stream<String> loaded = Files.lines(folder.resolve("classes-one.log"))) {
            assertFalse(loaded.anyMatch(line -> line.contains(" org.nd4j.")));
        }
    }

    /** A machine can only be made to look poorer than it is: on one without AVX-512 all three cases are AVX2. */
    @ParameterizedTest
    @CsvSource({"AVX2, f32", "AVX512_CORE, f32", "AVX512_CORE_VNNI, f32 int8"})
    void aPrecisionThatTheProcessorHasNoInstructionsForIsNotChosen(String limit, String allowed) throws Exception {
        Assumptions.assumeTrue(OneDnn.isAvailable(), "oneDNN does not load here");

        List<String> answer = run(limit, Map.of("ONEDNN_MAX_CPU_ISA", limit), "auto");

        assertTrue(answer.get(0).startsWith("answer "), answer.toString());
        String[] serves = answer.get(1).split(" ");
        assertTrue(List.of(allowed.split(" ")).contains(serves[2]), answer.get(1));
        assertTrue(InstructionSet.valueOf(serves[1]).compareTo(InstructionSet.AVX512_VNNI) <= 0, answer.get(1));
    }

    @Test
    void withoutAvx512Bf16IsRefusedInWords() throws Exception {
        Assumptions.assumeTrue(OneDnn.isAvailable(), "oneDNN does not load here");

        List<String> answer = run("bf16", Map.of("ONEDNN_MAX_CPU_ISA", "AVX2"), "bf16");

        assertEquals(1, answer.size(), answer.toString());
        assertTrue(answer.get(0).startsWith("refused This processor ("), answer.get(0));
        assertTrue(answer.get(0).contains("AVX2) cannot compute in bf16"), answer.get(0));
    }

    private List<String> run(String name, Map<String, String> environment, String... arguments) throws Exception {
        Path answer = folder.resolve("answer-" + name);
        ProcessBuilder child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + folder.resolve("classes-" + name + ".log"),
                        "-Duser.home=" + System.getProperty("user.home"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EngineProcess.class.getName())
                .redirectOutput(answer.toFile())
                .redirectError(folder.resolve("error.log").toFile());
        child.command().addAll(List.of(arguments));
        child.environment().putAll(environment);
        assertEquals(0, child.start().waitFor(), () -> "see what the child said: " + read("error.log"));
        return Files.readAllLines(answer).stream()
                .filter(line -> line.matches("(answer|serves|nd4j|refused) .*"))
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
