package io.treehouse.model.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.model.engine.Processor.InstructionSet;
import io.treehouse.model.onednn.OneDnn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertEquals("nd4j false", one.get(3));
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
        String[] serves = answer.get(2).split(" ");
        assertTrue(List.of(allowed.split(" ")).contains(serves[2]), answer.get(2));
        assertTrue(InstructionSet.valueOf(serves[1]).compareTo(InstructionSet.AVX512_VNNI) <= 0, answer.get(2));
    }

    /** On a processor without these instructions both are computed in floats. */
    @ParameterizedTest
    @ValueSource(strings = {"bf16", "int8"})
    void floatsGiveTheAnswersOfInstructionsThatAreMissing(String precision) throws Exception {
        Assumptions.assumeTrue(OneDnn.isAvailable(), "oneDNN does not load here");
        Assumptions.assumeTrue(
                OneDnn.hasNativeBf16() || !OneDnn.hasNativeInt8(),
                "in 8 bits, this processor keeps f32 where others have bf16");

        double[] exact = sample(run("exact", Map.of(), "exact"));
        double[] instructions = sample(run("instructions", Map.of(), precision));
        double[] floats = sample(run("floats", Map.of("ONEDNN_MAX_CPU_ISA", "AVX2"), precision));

        double apart = meanDifference(instructions, floats);
        double cost = meanDifference(instructions, exact);
        assertTrue(cost > 0, "nothing was computed in " + precision);
        assertTrue(apart < cost / 10, apart + " apart, where " + precision + " itself costs " + cost);
    }

    private static double[] sample(List<String> answer) {
        return Arrays.stream(answer.get(1).split(" "))
                .skip(1)
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static double meanDifference(double[] first, double[] second) {
        return IntStream.range(0, first.length)
                .mapToDouble(i -> Math.abs(first[i] - second[i]))
                .average()
                .orElseThrow();
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
                .filter(line -> line.matches("(answer|sample|serves|nd4j) .*"))
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
