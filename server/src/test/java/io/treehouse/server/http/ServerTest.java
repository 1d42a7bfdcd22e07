package io.treehouse.server.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything of the server that is not about a tile's body. */
class ServerTest {
    private static final HttpClient CLIENT = CheckedClient.ofFakeTiles();
    private static FakeTiles tiles;
    private static TreehouseServer server;

    @BeforeAll
    static void start() {
        tiles = new FakeTiles();
        server = TreehouseServer.start(
                new ServerOptions("127.0.0.1", 0, 1000, 1 << 20, 1, Duration.ofSeconds(5)), tiles);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void isLiveAndReady() throws Exception {
        assertEquals(200, get("/health/live").statusCode());
        HttpResponse<String> ready = get("/health/ready");
        assertEquals(200, ready.statusCode());
        assertEquals("{\"status\":\"ready\",\"problems\":[]}", ready.body());
    }

    @Test
    void isNotReadyWhenTilesCannotBeStored() throws Exception {
        String before = System.setProperty("java.io.tmpdir", "/no/such/folder");
        try {
            HttpResponse<String> response = get("/health/ready");
            assertEquals(503, response.statusCode());
            assertTrue(response.body().contains("The folder of temporary files is gone"), response.body());
        } finally {
            System.setProperty("java.io.tmpdir", before);
        }
    }

    @Test
    void answersCarryAnIdWhichSendersMayChoose() throws Exception {
        assertEquals("job-7.a", idOf(get("/health/live", "job-7.a")));
        String own = idOf(get("/health/live"));
        assertNotEquals(own, idOf(get("/health/live")));
        assertNotEquals("two words", idOf(get("/health/live", "two words")));
        HttpResponse<String> problem = get("/no/such/path", "job-8");
        assertEquals(
                "job-8",
                new ObjectMapper().readTree(problem.body()).path("requestId").asText());
    }

    private static String idOf(HttpResponse<String> response) {
        return response.headers().firstValue("X-Request-Id").orElseThrow();
    }

    @Test
    void showsTheQueueAndTheMemoryOfTheProcess() throws Exception {
        String metrics = get("/metrics").body();

        assertTrue(metrics.contains("treehouse_queue_waiting 0.0"), metrics);
        assertTrue(metrics.contains("jvm_memory_used_bytes{area=\"nonheap\""), metrics);
        String resident = metrics.lines()
                .filter(line -> line.startsWith("process_resident_memory_bytes "))
                .findFirst()
                .orElseThrow();
        assertTrue(Double.parseDouble(resident.split(" ")[1]) > 1 << 20, resident);
    }

    @Test
    void describesItselfForPeopleAndPrograms() throws Exception {
        JsonNode document = new ObjectMapper().readTree(get("/openapi.json").body());
        assertEquals("3.1.0", document.path("openapi").asText());
        JsonNode answer = document.at("/components/schemas/TileClassification/properties");
        assertTrue(answer.has("classes") && answer.has("gsdMetres"), answer.toString());
    }

    @Test
    void servesItsPageUnderAPolicyThatLetsNothingForeignIn() throws Exception {
        for (String path : new String[] {"/", "/web/app.js", "/web/style.css", "/web/maplibre-worker.js"}) {
            HttpResponse<String> response = get(path);
            assertEquals(200, response.statusCode(), path);
            String policy =
                    response.headers().firstValue("Content-Security-Policy").orElse("");
            assertTrue(policy.contains("default-src 'none'; script-src 'self';"), policy);
            assertFalse(policy.contains("unsafe"), policy);
            assertEquals(
                    "nosniff",
                    response.headers().firstValue("X-Content-Type-Options").orElse(""));
        }
        assertTrue(get("/").headers().firstValue("Content-Type").orElse("").startsWith("text/html"));
        Problems.assertProblem(404, get("/web/bundle.txt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/web/style.css", "/docs", "/docs/swagger-ui.css"})
    void packsItsPageForThoseWhoTakeGzipAlone(String path) throws Exception {
        HttpResponse<byte[]> plain = page(path);
        HttpResponse<byte[]> refused = page(path, "Accept-Encoding", "gzip;q=0");
        HttpResponse<byte[]> packed = page(path, "Accept-Encoding", "br", "Accept-Encoding", "gzip");

        assertEquals(List.of(), plain.headers().allValues("Content-Encoding"));
        assertEquals(List.of(), refused.headers().allValues("Content-Encoding"));
        assertEquals(List.of("gzip"), packed.headers().allValues("Content-Encoding"));
        for (HttpResponse<byte[]> response : List.of(plain, refused, packed)) {
            assertEquals(200, response.statusCode());
            assertEquals(List.of("Accept-Encoding"), response.headers().allValues("Vary"));
        }
        assertArrayEquals(plain.body(), refused.body());
        assertArrayEquals(plain.body(), new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes());
        assertTrue(packed.body().length < plain.body().length);
    }

    @Test
    void answersOfTheInterfaceAreNotPacked() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/openapi.json"))
                .header("Accept-Encoding", "gzip")
                .build();
        HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());

        assertEquals(List.of(), response.headers().allValues("Content-Encoding"));
        assertEquals(List.of(), response.headers().allValues("Vary"));
    }

    private static HttpResponse<byte[]> page(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }

    @Test
    void countsItsAnswersByRoute() throws Exception {
        get("/health/live");
        get("/no/such/path");
        HttpResponse<String> response = get("/metrics");
        assertTrue(response.headers().firstValue("Content-Type").orElse("").startsWith("text/plain; version=0.0.4"));
        assertTrue(
                response.body().contains("treehouse_http_answers_total{route=\"/health/live\",status=\"200\"}"),
                response.body());
        assertTrue(response.body().contains("route=\"other\",status=\"404\""), response.body());
    }

    @Test
    void answersUnknownPathsAndMethodsWithProblems() throws Exception {
        Problems.assertProblem(404, get("/no/such/path"));
        HttpResponse<String> wrongMethod = get("/v1/tiles");
        Problems.assertProblem(405, wrongMethod);
        assertTrue(wrongMethod.headers().firstValue("Allow").orElse("").contains("POST"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE\r\n\r\n",
                "GET /health/live HTTP/1.1\r\n\r\n",
                "GET /health/live HTTP/1.1\r\nHost: localhost\r\nBad Header\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "POST /v1/tiles HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
                "POST /v1/tiles HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n"
            })
    void answersMalformedRequestsWithProblems(String request) throws Exception {
        try (RawHttp http = new RawHttp(server.port())) {
            http.send(request);
            assertTrue(http.line().startsWith("HTTP/1.1 400"));
            String rest = http.rest();
            assertTrue(rest.contains(Problem.MEDIA_TYPE), rest);
            Problems.assertProblem(400, rest.substring(rest.indexOf('{'), rest.lastIndexOf('}') + 1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "192.168.0.1", "127.0.0.1.evil.example", "localhost.evil.example:80"})
    void refusesHostsThatAreNotLoopback(String host) throws Exception {
        assertTrue(statusOf("Host: " + host).startsWith("HTTP/1.1 403"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:8080", "127.0.0.1:1", "[::1]:8080", "127.1.2.3"})
    void answersLoopbackHosts(String host) throws Exception {
        assertTrue(statusOf("Host: " + host).startsWith("HTTP/1.1 200"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "https://localhost:7000", "http://localhost:1", "null", ":"})
    void refusesForeignOrigins(String origin) throws Exception {
        assertTrue(statusOf("Host: localhost:7000", "Origin: " + origin).startsWith("HTTP/1.1 403"));
    }

    @Test
    void answersItsOwnPages() throws Exception {
        assertTrue(statusOf("Host: localhost:7000", "Origin: http://localhost:7000")
                .startsWith("HTTP/1.1 200"));
    }

    @Test
    void deletesWhatRequestsWrote() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/v1/tiles"))
                .header("Accept", "image/tiff")
                .POST(BodyPublishers.ofString("tile"))
                .build();
        assertEquals(200, CLIENT.send(request, BodyHandlers.ofString()).statusCode());
        Path folder = tiles.lastImage.getParent();
        Instant end = Instant.now().plusSeconds(10);
        while (Files.exists(folder) && Instant.now().isBefore(end)) {
            Thread.onSpinWait(); // the answer is sent before the folder goes
        }
        assertFalse(Files.exists(folder));
    }

    private static String statusOf(String... headers) throws Exception {
        try (RawHttp http = new RawHttp(server.port())) {
            http.head("GET /health/live HTTP/1.1", String.join("\r\n", headers));
            return http.line();
        }
    }

    private static HttpResponse<String> get(String path, String requestId) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("X-Request-Id", requestId)
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
