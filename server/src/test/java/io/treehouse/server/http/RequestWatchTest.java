package io.treehouse.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests that nobody waits for any more, on a server with one place and one more that waits. */
@Timeout(60)
class RequestWatchTest {
    private static final HttpClient CLIENT = CheckedClient.ofFakeTiles();
    private final FakeTiles tiles = new FakeTiles();

    @Test
    void aTileWhoseClientHasGoneIsComputedNoFurther() throws Exception {
        assumeLinux();
        try (TreehouseServer server = server(Duration.ofMinutes(1))) {
            Path folder;
            try (RawHttp client = waitingTile(server)) {
                tiles.waiting.await();
                folder = tiles.lastImage.getParent();
            }
            tiles.interrupted.await();

            assertEquals(200, post(server, "its place is free").statusCode());
            assertFalse(Files.exists(folder), "what was uploaded is still there");
            assertTrue(metrics(server).contains("treehouse_given_up_total{reason=\"client_gone\"} 1.0"));
        }
    }

    @Test
    void aTileWhoseClientHasGoneLeavesTheQueue() throws Exception {
        assumeLinux();
        try (TreehouseServer server = server(Duration.ofMinutes(1));
                RawHttp first = waitingTile(server)) {
            tiles.waiting.await();
            try (RawHttp second = waitingTile(server)) {
                awaitWaiting(server, 1);
                Problems.assertProblem(503, post(server, "no room behind the second"));
            }
            awaitWaiting(server, 0);

            assertTrue(metrics(server).contains("treehouse_given_up_total{reason=\"client_gone\"} 1.0"));
            tiles.release.countDown();
            assertEquals("HTTP/1.1 200 OK", first.line());
        }
    }

    @Test
    void aTileThatTakesLongerThanTheDeadlineIsGivenUp() throws Exception {
        try (TreehouseServer server = server(Duration.ofMillis(300))) {
            HttpResponse<String> answer = post(server, "wait");

            Problems.assertProblem(503, answer);
            assertTrue(answer.body().contains("/v1/jobs"), answer.body());
            tiles.interrupted.await();
            assertTrue(metrics(server).contains("treehouse_given_up_total{reason=\"deadline\"} 1.0"));
            assertEquals(200, post(server, "its place is free").statusCode());
        }
    }

    private TreehouseServer server(Duration deadline) {
        ServerOptions options =
                new ServerOptions("127.0.0.1", 0, 1 << 20, 1 << 20, 1, 1, Duration.ofMinutes(5)).within(deadline);
        return TreehouseServer.start(options, tiles);
    }

    private static RawHttp waitingTile(TreehouseServer server) throws IOException {
        return new RawHttp(server.port())
                .head("POST /v1/tiles HTTP/1.1", "Host: localhost", "Content-Length: 4")
                .send("wait");
    }

    /** Asks the server until so many requests wait for their turn. */
    private static void awaitWaiting(TreehouseServer server, int count) throws Exception {
        while (!metrics(server).contains("treehouse_queue_waiting " + count + ".0")) {
            Thread.onSpinWait();
        }
    }

    private static String metrics(TreehouseServer server) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(uri(server, "/metrics")).build(), BodyHandlers.ofString())
                .body();
    }

    private static HttpResponse<String> post(TreehouseServer server, String tile) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(server, "/v1/tiles"))
                .POST(BodyPublishers.ofString(tile))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    private static URI uri(TreehouseServer server, String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private static void assumeLinux() {
        assumeTrue(Files.exists(Path.of("/proc/net/tcp")), "only Linux tells that a client has gone");
    }
}
