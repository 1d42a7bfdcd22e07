package io.treehouse.datasets.raster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A disk that fills up while a raster is written, played by the limit of the size of a process's files. */
class FullDiskTest {
    /** The unit of the shell's limit. */
    private static final int BLOCK_BYTES = 1024;

    @TempDir
    Path folder;

    @BeforeEach
    void requireAShellWithLimits() {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "bash sets the limit, and there is none");
    }

    @ParameterizedTest
    @CsvSource({"classes, 0.5", "classes, 1", "probabilities, 0.5", "probabilities, 1", "cog, 0.5", "cog, 1"})
    void nothingStandsUnderTheNameAndTheErrorSaysWhy(String kind, double share) throws Exception {
        Path source = folder.resolve("source.tif");
        FullDiskProcess.write("classes", source, source);
        Path whole = folder.resolve("whole.tif");
        FullDiskProcess.write(kind, whole, source);
        long blocks = (long) ((Files.size(whole) - 1) * share) / BLOCK_BYTES;
        Path target = Files.createDirectory(folder.resolve("full")).resolve("target.tif");

        String said = writeInLimits(blocks, kind, target, source);

        assertTrue(said.startsWith(target + " cannot be written: ") && said.contains(" MiB left)"), said);
        try (Stream<Path> left = Files.list(target.getParent())) {
            assertEquals(List.of(), left.toList());
        }
    }

    private static String writeInLimits(long blocks, String kind, Path target, Path source)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "/bin/bash",
                        "-c",
                        "ulimit -f " + blocks + "; exec \"$@\"",
                        "bash",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-UsePerfData",
                        "-Xmx200m",
                        "-Djava.library.path=" + System.getProperty("java.library.path"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FullDiskProcess.class.getName(),
                        kind,
                        target.toString(),
                        source.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
