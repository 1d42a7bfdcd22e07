package io.treehouse.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.datasets.raster.RgbGeoTiff;
import io.treehouse.server.access.Scope;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a token keeps on the disk counts, whatever it is. */
@Timeout(120)
class DiskQuotaTest {
    private static final int LIMIT = 1_000_000;

    @TempDir
    static Path home;

    private static TokenServer server;

    @BeforeAll
    static void start() throws Exception {
        Map<String, Scope> tokens = new HashMap<>(Map.of("retrainings", Scope.ADMIN));
        List.of("results", "jobs", "feedback", "other").forEach(name -> tokens.put(name, Scope.CLASSIFY));
        server = new TokenServer(home, tokens, LIMIT);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> send(
            String token, String method, String path, BodyPublisher body, String... headers) throws Exception {
        return server.send(token, method, path, body, headers);
    }

    private static HttpResponse<String> put(String token, String path, int bytes) throws Exception {
        return send(token, "PUT", path, BodyPublishers.ofByteArray(new byte[bytes]));
    }

    private static HttpResponse<String> delete(String token, String path) throws Exception {
        return send(token, "DELETE", path, BodyPublishers.noBody());
    }

    private static String newResult() {
        return "/v1/results/" + UUID.randomUUID();
    }

    private static long kept(String token) {
        return LIMIT - server.shares().left(token, 0);
    }

    @Test
    void keptTiles() throws Exception {
        String first = newResult();
        assertEquals(201, put("results", first, LIMIT).statusCode());
        HttpResponse<String> full = put("results", newResult(), 1);
        Problems.assertProblem(507, full);
        assertTrue(full.body().contains("'results'"), full.body());
        assertEquals(201, put("other", newResult(), LIMIT / 2).statusCode(), "others keep what they may");

        assertEquals(204, delete("results", first).statusCode());
        assertEquals(201, put("results", newResult(), LIMIT / 2).statusCode());
        Problems.assertProblem(413, put("results", newResult(), LIMIT / 2));
    }

    @Test
    void scenesAndResultsOfJobs() throws Exception {
        Problems.assertProblem(413, send("jobs", "POST", "/v1/jobs", BodyPublishers.ofByteArray(new byte[LIMIT + 1])));
        assertEquals(0, kept("jobs"));
        Path scene = home.resolve("scene.tif");
        RgbGeoTiff.write(scene, 100, 100, 0.5, (row, rgb) -> new Random(row).nextBytes(rgb));

        HttpResponse<String> taken = send("jobs", "POST", "/v1/jobs", BodyPublishers.ofFile(scene));
        assertEquals(202, taken.statusCode(), taken.body());
        String path = taken.headers().firstValue("Location").orElseThrow();
        send("jobs", "GET", path + "/events", BodyPublishers.noBody(), "Accept", "text/event-stream");

        assertTrue(kept("jobs") > 0, "the results");
        assertEquals(204, delete("jobs", path).statusCode());
        assertEquals(0, kept("jobs"));
    }

    @Test
    void tilesOfFeedback() throws Exception {
        Path tile = home.resolve("tile.tif");
        RgbGeoTiff.write(tile, 8, 8, 0.5, (row, rgb) -> new Random(row).nextBytes(rgb));
        String part = "--b\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"f\"\r\n\r\n";
        String said = """
                {"geometry": {"type": "Polygon", "coordinates": [[[2, 1], [4, 1], [4, 4], [2, 4], [2, 1]]]},
                 "crs": "pixels", "right": ["water"]}
                """;

        HttpResponse<String> taken = send(
                "feedback",
                "POST",
                "/v1/feedback",
                BodyPublishers.concat(
                        BodyPublishers.ofString(part.formatted("feedback") + said + "\r\n" + part.formatted("tile")),
                        BodyPublishers.ofFile(tile),
                        BodyPublishers.ofString("\r\n--b--\r\n")),
                "Content-Type",
                "multipart/form-data; boundary=b");

        assertEquals(201, taken.statusCode(), taken.body());
        assertTrue(kept("feedback") > 0);
        delete(
                "feedback",
                "/v1/feedback/"
                        + new ObjectMapper().readTree(taken.body()).get("id").asText());
        assertEquals(0, kept("feedback"));
    }

    @Test
    void imageryForRetrainings() throws Exception {
        String part = "--b\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"a.png\"\r\n\r\n%s\r\n";
        String catalog = """
                {"name": "town", "gsdMetres": 0.5, "legend": {"0": {"classes": ["other"]}}}
                """;

        HttpResponse<String> taken = send(
                "retrainings",
                "POST",
                "/v1/retrainings",
                BodyPublishers.ofString(part.formatted("catalog", catalog)
                        + part.formatted("image", "a picture")
                        + part.formatted("label", "its label")
                        + "--b--\r\n"),
                "Content-Type",
                "multipart/form-data; boundary=b");

        assertEquals(202, taken.statusCode(), taken.body());
        assertTrue(kept("retrainings") >= "a picture".length() + "its label".length());
        assertTrue(Files.exists(home.resolve("retrainings")));
    }
}
