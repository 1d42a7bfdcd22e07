package io.treehouse.server.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.datasets.raster.RgbGeoTiff;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed while it works a job off, and started again. */
@Timeout(3600)
class JobKillTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> HEAP = List.of("-Xmx1g");
    private static final int SIDE = 3000;

    @TempDir
    Path folder;

    @Test
    void aKilledServersJobGoesOnAndItsResultIsTheSame() throws Exception {
        killed(1);
    }

    @Test
    @Tag("slow")
    void tenKillsAtRandomMomentsLoseNothingAndMakeNothingTwice() throws Exception {
        killed(10);
    }

    private void killed(int times) throws Exception {
        Path scene = folder.resolve("scene.tif");
        RgbGeoTiff.write(scene, SIDE, SIDE, 0.5, (row, rgb) -> new Random(row / 40).nextBytes(rgb));
        Random random = new Random();
        byte[] whole;
        try (ServerProcess server = new ServerProcess(folder, HEAP)) {
            whole = result(server, awaitEnd(server, submit(server, scene)));
            String job = submit(server, scene);
            awaitWindows(server, job, 1 + random.nextInt(3));
            server.kill();
        }
        for (int kill = 1; kill < times; kill++) {
            try (ServerProcess server = new ServerProcess(folder, HEAP)) {
                JsonNode job = latest(server);
                if (!job.get("state").asText().equals("done")) {
                    awaitWindows(
                            server,
                            job.get("id").asText(),
                            job.get("windowsDone").asInt() + random.nextInt(3));
                }
                server.kill();
            }
        }
        try (ServerProcess server = new ServerProcess(folder, HEAP)) {
            JsonNode done = awaitEnd(server, latest(server).get("id").asText());
            assertEquals("done", done.get("state").asText(), done.toString());
            assertArrayEquals(whole, result(server, done));
            assertEquals(2, json(server, "/v1/jobs").get("jobs").size());
            server.terminate();
            server.exitCode(60);
        }
        assertOnlyResultsAreLeft();
    }

    private void assertOnlyResultsAreLeft() throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("home/jobs"))) {
            List<String> names = files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .distinct()
                    .sorted()
                    .toList();
            assertEquals(List.of("answer.json", "classes.tif", "picture.jpg", "pixels.bin"), names);
        }
    }

    private static String submit(ServerProcess server, Path scene) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.path("/v1/jobs"))
                .POST(BodyPublishers.ofFile(scene))
                .build();
        String answer =
                ServerProcess.CLIENT.send(request, BodyHandlers.ofString()).body();
        return JSON.readTree(answer).get("id").asText();
    }

    private static JsonNode latest(ServerProcess server) throws Exception {
        return json(server, "/v1/jobs").at("/jobs/0");
    }

    private static JsonNode json(ServerProcess server, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.path(path)).build();
        return JSON.readTree(
                ServerProcess.CLIENT.send(request, BodyHandlers.ofString()).body());
    }

    private static JsonNode awaitEnd(ServerProcess server, String id) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.path("/v1/jobs/" + id + "/events"))
                .header("Accept", "text/event-stream")
                .build();
        try (Stream<String> events =
                ServerProcess.CLIENT.send(request, BodyHandlers.ofLines()).body()) {
            assertTrue(events.filter(line -> line.startsWith("data: ")).count() > 0);
        }
        JsonNode job = json(server, "/v1/jobs/" + id);
        return job.get("ended").isNull() ? awaitEnd(server, id) : job;
    }

    private static void awaitWindows(ServerProcess server, String id, int windows) throws Exception {
        JsonNode job = json(server, "/v1/jobs/" + id);
        while (job.get("windowsDone").asInt() < windows && job.get("ended").isNull()) {
            job = json(server, "/v1/jobs/" + id);
        }
    }

    private static byte[] result(ServerProcess server, JsonNode job) throws Exception {
        URI map = server.path(job.at("/links/classes.tif").asText());
        return ServerProcess.CLIENT
                .send(HttpRequest.newBuilder(map).build(), BodyHandlers.ofByteArray())
                .body();
    }
}
