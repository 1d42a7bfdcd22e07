package io.treehouse.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Forms as browsers and scripts send them. */
class MultipartTest {
    private static final int MAX_BYTES = 50_000;
    private static final String BOUNDARY = "----treehouse7c1f";
    private static final String TILE = part("name=\"tile\"; filename=\"a.tif\"", "image/tiff", "seven b");
    private static final String ZONES = part("name=\"zones\"; filename=\"z.geojson\"", "application/geo+json", "{}");
    private static final HttpClient CLIENT = CheckedClient.ofFakeTiles();
    private static TreehouseServer server;

    @BeforeAll
    static void start() {
        server = TreehouseServer.start(
                new ServerOptions("127.0.0.1", 0, MAX_BYTES, 1 << 20, 1, Duration.ofSeconds(5)), new FakeTiles());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Named<String>> usable() {
        return Stream.of(
                Named.of("one file", TILE),
                Named.of(
                        "empty file field before",
                        part("name=\"extra\"; filename=\"\"", "application/octet-stream", "") + TILE),
                Named.of("text around", part("name=\"note\"", null, "hello") + TILE + part("name=\"x\"", null, "1")),
                Named.of("no content type", part("name=\"tile\"; filename=\"a.tif\"", null, "seven b")),
                Named.of(
                        "another alphabet",
                        part("name=\"tile\"; filename=\"Übersicht 中文.tif\"", "image/tiff", "seven b")),
                Named.of("no file name", part("name=\"tile\"", null, "seven b")));
    }

    @ParameterizedTest
    @MethodSource("usable")
    void findsTheTile(String parts) throws Exception {
        HttpResponse<String> response =
                send(parts + "--" + BOUNDARY + "--\r\n", "multipart/form-data; boundary=" + BOUNDARY);
        assertEquals(200, response.statusCode(), response.body());
        assertTrue(response.body().contains("\"bytes\":7"), response.body());
    }

    @Test
    void zonesArriveBesideTheTile() throws Exception {
        HttpResponse<String> response =
                send(TILE + ZONES + "--" + BOUNDARY + "--\r\n", "multipart/form-data; boundary=" + BOUNDARY);
        assertEquals(200, response.statusCode(), response.body());
        assertTrue(response.body().contains("\"zonesBytes\":2"), response.body());
    }

    @Test
    void zonesAreAnsweredInJsonOnly() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri())
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .header("Accept", "image/png")
                .POST(BodyPublishers.ofString(TILE + ZONES + "--" + BOUNDARY + "--\r\n"))
                .build();
        Problems.assertProblem(400, CheckedClient.ofFakeTiles().send(request, BodyHandlers.ofString()));
    }

    @Test
    void theFiguresOfZonesAreATableWhereTheyAreAskedFor() throws Exception {
        HttpResponse<String> table = table(TILE + ZONES);
        assertEquals(200, table.statusCode(), table.body());
        assertEquals("figures of zones", table.body());
        Problems.assertProblem(400, table(TILE));
    }

    private static HttpResponse<String> table(String parts) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uri() + "?layer=zones"))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .header("Accept", "application/geopackage+sqlite3")
                .POST(BodyPublishers.ofString(parts + "--" + BOUNDARY + "--\r\n"))
                .build();
        return CheckedClient.ofFakeTiles().send(request, BodyHandlers.ofString());
    }

    static Stream<Named<String>> unusable() {
        return Stream.of(
                Named.of("zones twice", TILE + ZONES + ZONES),
                Named.of("two tiles", TILE + TILE),
                Named.of("none", part("name=\"picture\"; filename=\"a.tif\"", "image/tiff", "seven b")),
                Named.of("an empty tile", part("name=\"tile\"; filename=\"\"", "application/octet-stream", "")),
                Named.of("no bytes", part("name=\"tile\"; filename=\"a.tif\"", "image/tiff", "")));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void refusesFormsWithoutExactlyOneTile(String parts) throws Exception {
        HttpResponse<String> response =
                send(parts + "--" + BOUNDARY + "--\r\n", "multipart/form-data; boundary=" + BOUNDARY);
        assertTrue(response.statusCode() == 400 || response.statusCode() == 422, response.body());
        Problems.assertProblem(response.statusCode(), response);
    }

    @Test
    void refusesFormsThatEndHalfWayOrHaveNoBoundary() throws Exception {
        Problems.assertProblem(
                400, send(TILE.substring(0, TILE.length() - 4), "multipart/form-data; boundary=" + BOUNDARY));
        Problems.assertProblem(400, send(TILE, "multipart/form-data"));
    }

    @Test
    void holdsTheLimitForFormsToo() throws Exception {
        String form = part("name=\"tile\"; filename=\"a.tif\"", "image/tiff", "x".repeat(MAX_BYTES)) + "--" + BOUNDARY
                + "--\r\n";
        Problems.assertProblem(413, send(form, "multipart/form-data; boundary=" + BOUNDARY));
        HttpRequest chunked = HttpRequest.newBuilder(uri())
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(form.getBytes(StandardCharsets.UTF_8))))
                .build();
        Problems.assertProblem(413, CLIENT.send(chunked, BodyHandlers.ofString()));
    }

    private static HttpResponse<String> send(String body, String type) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri())
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();
        // A refused body ends its connection; a client that keeps connections could run into the closing one.
        return CheckedClient.ofFakeTiles().send(request, BodyHandlers.ofString());
    }

    private static URI uri() {
        return URI.create("http://127.0.0.1:" + server.port() + "/v1/tiles");
    }

    private static String part(String disposition, String type, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n"
                + (type == null ? "" : "Content-Type: " + type + "\r\n") + "\r\n" + content + "\r\n";
    }
}
