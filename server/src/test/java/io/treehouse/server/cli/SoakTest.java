package io.treehouse.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.raster.RgbGeoTiff;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server with the options that {@code ./treehouse} gives it, under load of tiles and scenes at the same time. Its short
 * form is {@link NativeMemoryTest}.
 */
@Tag("slow")
@Timeout(7200)
class SoakTest {
    private static final int CLIENTS = 4;
    /** The heap grows over the first few thousand tiles, until its old generation is collected for the first time. */
    private static final int WARM_UP_ROUNDS = 4;

    private static final int ROUNDS = 10;
    private static final int TILES_A_ROUND = 1000;
    private static final int SCENES_A_ROUND = 2;
    private static final int SCENE_SIDE = 4000;
    private static final double TOLERANCE = 0.05;
    private static final long GIGABYTE_MIB = 953;

    @TempDir
    Path folder;

    private Path scene;

    @Test
    void tenThousandTilesAndTwentyScenesLeaveMemoryFlatAndNothingBehind() throws Exception {
        scene = folder.resolve("scene.tif");
        RgbGeoTiff.write(scene, SCENE_SIDE, SCENE_SIDE, 0.5, (row, rgb) -> new Random(row / 50).nextBytes(rgb));
        try (ServerProcess server = new ServerProcess(folder, ProgramProcess.usualOptions("serve"))) {
            for (int round = 0; round < WARM_UP_ROUNDS; round++) {
                load(server);
            }
            int openBefore = server.openFiles().size();
            List<Long> residentMib = new ArrayList<>(List.of(server.residentMib()));
            for (int round = 0; round < ROUNDS; round++) {
                load(server);
                residentMib.add(server.residentMib());
            }
            System.out.println("Soak: MiB after each round " + residentMib);
            assertFlat(residentMib);
            server.await(() -> server.temporaryFiles().isEmpty(), 10);
            assertEquals(List.of(), server.temporaryFiles());
            assertEquals(List.of(), jobFolders());
            List<String> open = server.openFiles();
            assertTrue(open.size() <= openBefore + CLIENTS, open.toString());
            assertEquals(
                    List.of(),
                    open.stream().filter(name -> name.contains("/jobs/")).toList());
        }
    }

    @Test
    void memoryStaysBelowAGigabyteAndFlatOverTenThousandTiles() throws Exception {
        try (ServerProcess server = new ServerProcess(folder, ProgramProcess.usualOptions("serve"))) {
            HttpRequest tile = server.tile(BodyPublishers.ofByteArray(NoisePng.of(256, 3)));
            for (int round = 0; round < WARM_UP_ROUNDS; round++) {
                sendTiles(tile);
            }
            List<Long> residentMib = new ArrayList<>(List.of(server.residentMib()));
            for (int round = 0; round < ROUNDS; round++) {
                sendTiles(tile);
                residentMib.add(server.residentMib());
            }
            assertFlat(residentMib);
            assertTrue(Collections.max(residentMib) < GIGABYTE_MIB, residentMib.toString());
        }
    }

    private static void assertFlat(List<Long> residentMib) {
        LongSummaryStatistics figures =
                residentMib.stream().mapToLong(Long::longValue).summaryStatistics();
        assertTrue(figures.getMax() <= figures.getAverage() * (1 + TOLERANCE), residentMib.toString());
        assertTrue(figures.getMin() >= figures.getAverage() * (1 - TOLERANCE), residentMib.toString());
    }

    private List<Path> jobFolders() throws Exception {
        try (Stream<Path> left = Files.list(folder.resolve("home/jobs"))) {
            return left.toList();
        }
    }

    /** Hands scenes in, sends tiles while they are classified, waits for the scenes and takes them away. */
    private void load(ServerProcess server) throws Exception {
        List<URI> jobs = new ArrayList<>();
        for (int i = 0; i < SCENES_A_ROUND; i++) {
            HttpRequest handIn = HttpRequest.newBuilder(server.path("/v1/jobs?objects=gpkg"))
                    .POST(BodyPublishers.ofFile(scene))
                    .build();
            HttpResponse<String> taken = ServerProcess.CLIENT.send(handIn, BodyHandlers.ofString());
            assertEquals(202, taken.statusCode(), taken.body());
            jobs.add(server.path(taken.headers().firstValue("Location").orElseThrow()));
        }
        sendTiles(server.tile(BodyPublishers.ofByteArray(NoisePng.of(256, 3))));
        for (URI job : jobs) {
            HttpRequest follow = HttpRequest.newBuilder(URI.create(job + "/events"))
                    .header("Accept", "text/event-stream")
                    .build();
            String events =
                    ServerProcess.CLIENT.send(follow, BodyHandlers.ofString()).body();
            assertTrue(events.contains("\"state\":\"done\""), events);
            HttpRequest forget = HttpRequest.newBuilder(job).DELETE().build();
            assertEquals(
                    204,
                    ServerProcess.CLIENT.send(forget, BodyHandlers.discarding()).statusCode());
        }
    }

    private static void sendTiles(HttpRequest tile) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            Callable<Integer> answer = () ->
                    ServerProcess.CLIENT.send(tile, BodyHandlers.discarding()).statusCode();
            for (Future<Integer> status : clients.invokeAll(Collections.nCopies(TILES_A_ROUND, answer))) {
                assertEquals(200, status.get());
            }
        } finally {
            clients.shutdown();
        }
    }
}
