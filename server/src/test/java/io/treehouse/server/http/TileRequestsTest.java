package io.treehouse.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests with a tile, over HTTP, against a service that counts bytes. */
class TileRequestsTest {
    private static final int MAX_BYTES = 100_000;
    private static final HttpClient CLIENT = CheckedClient.ofFakeTiles();

    private static FakeTiles tiles;
    private static TreehouseServer server;

    @BeforeAll
    static void start() {
        tiles = new FakeTiles();
        server = TreehouseServer.start(
                new ServerOptions("127.0.0.1", 0, MAX_BYTES, 1 << 20, 1, Duration.ofMillis(200)), tiles);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"application/json, {", "image/tiff, II", "image/png, \u0089P"})
    void answersInTheFormAskedFor(String accept, String magic) throws Exception {
        HttpResponse<byte[]> response = CLIENT.send(
                post("").header("Accept", accept)
                        .POST(BodyPublishers.ofString("tile"))
                        .build(),
                BodyHandlers.ofByteArray());
        assertEquals(200, response.statusCode());
        assertTrue(response.headers().firstValue("Content-Type").orElse("").startsWith(accept));
        assertEquals("Accept", response.headers().firstValue("Vary").orElse(""));
        assertTrue(new String(response.body(), StandardCharsets.ISO_8859_1).startsWith(magic));
    }

    @Test
    void aGeoTiffMayHoldTheProbabilities() throws Exception {
        HttpResponse<String> response = send(
                post("?layer=probabilities").header("Accept", "image/tiff").POST(BodyPublishers.ofString("a tile")));
        assertEquals(200, response.statusCode());
        assertEquals("probabilities", response.body());

        assertProblem(
                400,
                send(post("?layer=probabilities").header("Accept", "image/png").POST(BodyPublishers.ofString("x"))));
        assertProblem(
                400, send(post("?layer=height").header("Accept", "image/tiff").POST(BodyPublishers.ofString("x"))));
    }

    @Test
    void refusesFormsThatItDoesNotHave() throws Exception {
        assertProblem(406, send(post("").header("Accept", "text/csv").POST(BodyPublishers.ofString("tile"))));
    }

    @Test
    void aRequestThatIsRefusedBeforeItsBodyWasReadStillGetsItsAnswer() throws Exception {
        byte[] large = new byte[1 << 20];

        for (int i = 0; i < 200; i++) {
            assertProblem(400, send(post("?gds=1").POST(BodyPublishers.ofByteArray(large))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/tiff", "IMAGE/PNG", "application/octet-stream", "application/x-www-form-urlencoded"})
    void takesRawBodies(String type) throws Exception {
        HttpResponse<String> response =
                send(post("").header("Content-Type", type).POST(BodyPublishers.ofString("tile=7")));
        assertTrue(response.body().contains("\"bytes\":6"), response.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "image/png; charset=iso-8859-1"})
    void theQueryIsInUtf8WhateverTheBodyIsIn(String type) throws Exception {
        HttpResponse<String> response =
                send(post("?id=Z%C3%BCrich+%26%25").header("Content-Type", type).POST(BodyPublishers.ofString("tile")));

        assertTrue(response.body().contains("{\"id\":\"Z\u00fcrich &%\"}"), response.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json", "multipart/mixed; boundary=x", "video/mp4"})
    void refusesTypesThatAreNoImages(String type) throws Exception {
        assertProblem(415, send(post("").header("Content-Type", type).POST(BodyPublishers.ofString("tile"))));
    }

    @Test
    void refusesCompressedBodies() throws Exception {
        assertProblem(415, send(post("").header("Content-Encoding", "gzip").POST(BodyPublishers.ofString("tile"))));
    }

    @Test
    void refusesAnEmptyBody() throws Exception {
        assertProblem(422, send(post("").POST(BodyPublishers.noBody())));
    }

    @Test
    void takesBodiesUpToTheLimit() throws Exception {
        byte[] most = new byte[MAX_BYTES];
        assertEquals(200, send(post("").POST(BodyPublishers.ofByteArray(most))).statusCode());
        assertEquals(200, send(post("").POST(chunked(most))).statusCode());
    }

    @Test
    void refusesLongerBodiesAnnouncedOrChunked() throws Exception {
        byte[] tooMany = new byte[MAX_BYTES + 1];
        assertProblem(413, send(post("").POST(BodyPublishers.ofByteArray(tooMany))));
        assertProblem(413, send(post("").POST(chunked(tooMany))));
    }

    @Test
    void passesKnownParametersOnAndRefusesOthersByName() throws Exception {
        HttpResponse<String> known = send(post("?gsd=0.5&id=a%20b").POST(BodyPublishers.ofString("tile")));
        assertTrue(known.body().contains("\"gsd\":\"0.5\"") && known.body().contains("\"id\":\"a b\""), known.body());
        HttpResponse<String> unknown = send(post("?gds=0.5").POST(BodyPublishers.ofString("tile")));
        assertProblem(400, unknown);
        assertTrue(unknown.body().contains("gds") && unknown.body().contains("bbox"), unknown.body());
        assertProblem(400, send(post("?gsd=0.5&gsd=1").POST(BodyPublishers.ofString("tile"))));
    }

    @Test
    void tellsUnusableTilesFromFaultsOfTheProgram() throws Exception {
        HttpResponse<String> unusable = send(post("").POST(BodyPublishers.ofString("unreadable")));
        assertProblem(422, unusable);
        assertTrue(unusable.body().contains("Send an image."), unusable.body());
        HttpResponse<String> fault = send(post("").POST(BodyPublishers.ofString("fault")));
        assertProblem(500, fault);
        assertTrue(!fault.body().contains("a fault of the program"), fault.body());
    }

    @Test
    void sendsTilesAwayWhileOthersHoldTheMemory() throws Exception {
        HttpResponse<String> response = send(post("").POST(BodyPublishers.ofString("memory")));
        assertProblem(503, response);
        assertTrue(response.headers().firstValue("Retry-After").isPresent());
        assertTrue(response.body().contains("All memory is in use"), response.body());
    }

    @Test
    void neverTellsWhereATileLiesOnTheServer() throws Exception {
        HttpResponse<String> response = send(post("").POST(BodyPublishers.ofString("path")));
        assertProblem(422, response);
        assertTrue(response.body().contains("\"the tile: cut off\""), response.body());
    }

    @Test
    void asksForTheBodyOnlyWhenItWillReadIt() throws Exception {
        try (RawHttp http = new RawHttp(server.port())) {
            http.head(
                    "POST /v1/tiles HTTP/1.1",
                    "Host: localhost",
                    "Content-Length: 4",
                    "Expect: 100-continue",
                    "Connection: close");
            assertEquals("HTTP/1.1 100 Continue", http.line());
            http.line();
            http.send("tile");
            assertEquals("HTTP/1.1 200 OK", http.line());
        }
        try (RawHttp http = new RawHttp(server.port())) {
            http.head("POST /v1/tiles HTTP/1.1", "Host: localhost", "Content-Length: 100001", "Expect: 100-continue");
            assertTrue(http.line().startsWith("HTTP/1.1 413"));
        }
    }

    @Test
    void refusesABodyThatEndsEarly() throws Exception {
        try (RawHttp http = new RawHttp(server.port())) {
            http.head("POST /v1/tiles HTTP/1.1", "Host: localhost", "Content-Length: 1000")
                    .send("tile")
                    .endOfInput();
            // 499 if the server notices first that its client sends nothing more.
            assertTrue(http.line().matches("HTTP/1.1 4(00|99).*"));
        }
    }

    @Test
    void letsRequestsWaitBrieflyAndThenSendsThemAway() throws Exception {
        CompletableFuture<HttpResponse<String>> first =
                CLIENT.sendAsync(post("").POST(BodyPublishers.ofString("wait")).build(), BodyHandlers.ofString());
        tiles.waiting.await();
        HttpResponse<String> second = send(post("").POST(BodyPublishers.ofString("tile")));
        assertProblem(503, second);
        assertTrue(second.headers().firstValue("Retry-After").isPresent());
        tiles.release.countDown();
        assertEquals(200, first.get().statusCode());
        assertEquals(200, send(post("").POST(BodyPublishers.ofString("tile"))).statusCode());
    }

    private static HttpRequest.BodyPublisher chunked(byte[] bytes) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
    }

    private static HttpRequest.Builder post(String query) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/v1/tiles" + query));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static void assertProblem(int status, HttpResponse<String> response) throws IOException {
        Problems.assertProblem(status, response);
    }
}
