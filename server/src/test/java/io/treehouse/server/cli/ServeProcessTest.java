package io.treehouse.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as its users run it: a process that starts, answers a real tile and ends on SIGTERM. */
@Timeout(1200)
class ServeProcessTest {
    private static final Path SCENE =
            Path.of(System.getProperty("treehouse.home"), "datasets", "scenes", "virginia_naip_1m_rgbn.tif");
    private static final long SCENE_PIXELS = 597L * 510;

    /** 128 + 15: how a JVM says that it ended in order, all its shutdown hooks run, since SIGTERM asked for it. */
    private static final int ENDED_BY_SIGTERM = 143;

    private static final int STOP_SECONDS = 60;
    private static final int DRAIN_SECONDS = 600;

    @TempDir
    Path folder;

    @Test
    void answersATileAndStopsOnSigtermWithoutLeavingFiles() throws Exception {
        try (ServerProcess server = new ServerProcess(folder)) {
            HttpResponse<String> response =
                    ServerProcess.CLIENT.send(server.tile(BodyPublishers.ofFile(SCENE)), BodyHandlers.ofString());
            assertEquals(200, response.statusCode(), response.body());
            JsonNode answer = new ObjectMapper().readTree(response.body());
            long nodata = answer.at("/nodata/pixels").asLong();
            assertEquals(SCENE_PIXELS, answer.at("/valid/pixels").asLong() + nodata);

            server.terminate();

            assertEquals(ENDED_BY_SIGTERM, server.exitCode(STOP_SECONDS));
            assertEquals(List.of(), server.temporaryFiles());
            assertTrue(server.log().contains("Stopping"), server.log());
            assertFalse(server.log().contains("Exception"), server.log());
        }
    }

    @Test
    void finishesTheRequestInWorkWhenSigtermArrives() throws Exception {
        byte[] tile = NoisePng.of(1024, 7);
        try (ServerProcess server = new ServerProcess(folder)) {
            CompletableFuture<HttpResponse<String>> pending = ServerProcess.CLIENT.sendAsync(
                    server.tile(BodyPublishers.ofByteArray(tile)), BodyHandlers.ofString());
            server.await(() -> !server.temporaryFiles().isEmpty(), STOP_SECONDS);
            assertFalse(pending.isDone(), "the request was over before the server was told to stop");

            server.terminate();

            HttpResponse<String> response = pending.get(DRAIN_SECONDS, TimeUnit.SECONDS);
            assertEquals(200, response.statusCode(), response.body());
            assertEquals(ENDED_BY_SIGTERM, server.exitCode(STOP_SECONDS));
            assertEquals(List.of(), server.temporaryFiles());
        }
    }
}
