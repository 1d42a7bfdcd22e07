package io.treehouse.server.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.raster.RgbGeoTiff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code classify} as a process that is killed or stopped, and started again. */
@Timeout(3600)
class InterruptedClassifyTest {
    private static final int SIDE = 3000;

    /** More than the logits of a window take. */
    private static final long WINDOW_BYTES = 3_000_000;

    private static final int STOPPED = 143;

    @TempDir
    Path folder;

    private Path scene;

    @BeforeEach
    void draw() {
        scene = folder.resolve("scene.tif");
        RgbGeoTiff.write(scene, SIDE, SIDE, 0.5, (row, rgb) -> {
            Random random = new Random(row / 40);
            for (int x = 0; x < SIDE; x++) {
                if (x % 30 == 0) {
                    random.nextInt();
                }
                for (int c = 0; c < 3; c++) {
                    rgb[3 * x + c] = (byte) (x % 30 == 0 ? random.nextInt(256) : rgb[3 * x + c - 3]);
                }
            }
        });
    }

    @Test
    void whatIsKilledGoesOnWhereItWasAndStoppedOnesSaySo() throws Exception {
        finish("whole");

        Process killed = start("resumed");
        awaitJournal("resumed", 2 * WINDOW_BYTES, killed);
        killed.destroyForcibly().waitFor();
        assertEquals(List.of(), results("resumed"));

        Process stopped = start("resumed");
        awaitJournal("resumed", journalBytes("resumed") + 2 * WINDOW_BYTES, stopped);
        stopped.destroy();
        assertEquals(STOPPED, stopped.waitFor(), log("resumed"));
        assertTrue(log("resumed").contains("goes on after"), log("resumed"));
        assertTrue(log("resumed").contains("Stopped; the same command goes on"), log("resumed"));
        assertEquals(List.of(), results("resumed"));

        finish("resumed");
        assertTrue(log("resumed").contains("goes on after"), log("resumed"));
        assertSameResults();
    }

    @Test
    @Tag("slow")
    void tenKillsAtRandomMomentsChangeNothing() throws Exception {
        finish("whole");
        Random random = new Random();
        for (int kill = 0; kill < 10; kill++) {
            Process killed = start("resumed");
            long bytes = journalBytes("resumed") + random.nextLong(WINDOW_BYTES * 3);
            awaitJournal("resumed", bytes, killed);
            TimeUnit.MILLISECONDS.sleep(random.nextInt(200));
            killed.destroyForcibly().waitFor();
        }
        finish("resumed");
        assertSameResults();
    }

    private void assertSameResults() throws IOException {
        assertEquals(List.of("scene.classes.tif", "scene.json", "scene.objects.geojson"), results("resumed"));
        for (String name : List.of("scene.classes.tif", "scene.objects.geojson")) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("whole").resolve(name)),
                    Files.readAllBytes(folder.resolve("resumed").resolve(name)),
                    name);
        }
        assertEquals(answer("whole"), answer("resumed"));
    }

    /** The answer without the time that it took. */
    private List<String> answer(String out) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve(out).resolve("scene.json"))) {
            return lines.filter(line -> !line.contains("processingMillis")).toList();
        }
    }

    private void finish(String out) throws Exception {
        assertEquals(0, start(out).waitFor(), log(out));
    }

    private Process start(String out) throws IOException {
        return ProgramProcess.start(
                folder.resolve(out + ".log"),
                ProgramProcess.classPath(),
                List.of("-Xmx800m"),
                List.of(
                        "classify",
                        scene.toString(),
                        "--out",
                        folder.resolve(out).toString(),
                        "--no-cog",
                        "--objects"));
    }

    /** Waits until so much of a run is kept, or it has ended. */
    private void awaitJournal(String out, long bytes, Process process) throws Exception {
        while (journalBytes(out) < bytes && process.isAlive()) {
            process.waitFor(5, TimeUnit.MILLISECONDS);
        }
    }

    private long journalBytes(String out) throws IOException {
        Path journal = folder.resolve(out).resolve(".scene.unfinished/journal");
        return Files.exists(journal) ? Files.size(journal) : 0;
    }

    private List<String> results(String out) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(out))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private String log(String out) throws IOException {
        return Files.readString(folder.resolve(out + ".log"));
    }
}
