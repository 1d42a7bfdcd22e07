package io.treehouse.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.server.cli.TownMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code POST /v1/comparisons} over HTTP. */
class ComparisonsTest {
    private static final HttpClient CLIENT = new CheckedClient();
    private static final byte[] SETTINGS = "{\"assumedAreaStandardErrorPercent\": 5}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private static Path folder;

    private static TreehouseServer server;
    private static byte[] before;
    private static byte[] after;

    @BeforeAll
    static void start() throws IOException {
        before = Files.readAllBytes(TownMap.write(folder.resolve("before.tif"), 5));
        after = Files.readAllBytes(TownMap.write(folder.resolve("after.tif"), 25));
        server = TreehouseServer.start(
                new ServerOptions("127.0.0.1", 0, 1 << 20, 1 << 20, 4, Duration.ofSeconds(5)), new FakeTiles());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void answersWithWhatChangedAsDescribed() throws Exception {
        HttpResponse<String> response = post(Map.of("before", before, "after", after, "request", SETTINGS));
        assertEquals(200, response.statusCode(), response.body());
        Interface openApi =
                new Interface(send(HttpRequest.newBuilder(uri("/openapi.json"))).body());
        openApi.assertDescribes("post", "/v1/comparisons", response);
        JsonNode comparison = new ObjectMapper().readTree(response.body());
        assertEquals("class_errors", comparison.path("intervalMethod").asText());
        assertEquals(1, comparison.at("/objects/building/gained").asInt());
    }

    @Test
    void refusesFormsThatItCannotUse() throws Exception {
        Problems.assertProblem(400, post(Map.of("before", before)));
        Problems.assertProblem(400, post(Map.of("before", before, "after", after, "later", after)));
        Problems.assertProblem(422, post(Map.of("before", before, "after", after, "request", new byte[] {'{'})));
        HttpResponse<String> noMap = post(Map.of("before", before, "after", SETTINGS));
        Problems.assertProblem(415, noMap);
        assertTrue(noMap.body().contains("The field after"), noMap.body());
        HttpRequest.Builder json = HttpRequest.newBuilder(uri("/v1/comparisons"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"));
        Problems.assertProblem(415, send(json));
    }

    private static HttpResponse<String> post(Map<String, byte[]> fields) throws Exception {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        for (Map.Entry<String, byte[]> field : new TreeMap<>(fields).entrySet()) {
            form.writeBytes(("--edge\r\nContent-Disposition: form-data; name=\"" + field.getKey()
                            + "\"; filename=\"f\"\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            form.writeBytes(field.getValue());
            form.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        form.writeBytes("--edge--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(uri("/v1/comparisons"))
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(BodyPublishers.ofByteArray(form.toByteArray())));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
