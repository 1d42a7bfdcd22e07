package io.treehouse.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.raster.ClassMapReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program on a machine where oneDNN's native library is missing, in f32 as ND4J computes. */
@Timeout(1200)
class FallbackProcessTest {
    private static final Path SCENE =
            Path.of(System.getProperty("treehouse.home"), "datasets", "scenes", "virginia_naip_1m_rgbn.tif");

    @TempDir
    Path folder;

    @Test
    void nd4jTakesOverWithTheSameMap() throws Exception {
        byte[] expected = classify("onednn", ProgramProcess.classPath());
        byte[] actual = classify("nd4j", withoutOneDnnNatives());

        assertFalse(log("onednn").contains("does not load"), log("onednn"));
        assertTrue(log("nd4j").contains("oneDNN does not load"), log("nd4j"));
        long same = IntStream.range(0, expected.length)
                .filter(i -> expected[i] == actual[i])
                .count();
        assertTrue(same >= 0.999 * expected.length, same + " of " + expected.length);
    }

    private static String withoutOneDnnNatives() throws IOException {
        return Arrays.stream(ProgramProcess.classPath().split(Pattern.quote(File.pathSeparator)))
                .filter(entry -> !Path.of(entry).getFileName().toString().matches("dnnl-.*-linux-x86_64\\.jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private byte[] classify(String name, String classPath) throws Exception {
        Path out = folder.resolve(name);
        List<String> arguments = List.of("classify", SCENE.toString(), "--out", out.toString(), "--precision", "exact");
        Process program = ProgramProcess.start(logFile(name), classPath, List.of("-Xmx1g"), arguments);
        assertEquals(0, program.waitFor(), log(name));
        return ClassMapReader.read(out.resolve("virginia_naip_1m_rgbn.classes.tif"))
                .classes();
    }

    private Path logFile(String name) {
        return folder.resolve(name + ".log");
    }

    private String log(String name) throws Exception {
        return Files.readString(logFile(name));
    }
}
