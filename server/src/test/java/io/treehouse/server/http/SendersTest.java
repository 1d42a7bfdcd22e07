package io.treehouse.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.datasets.raster.RgbGeoTiff;
import io.treehouse.server.access.Scope;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whose something is on a server that asks for tokens: that of the token, whatever its sender says. */
@Timeout(120)
class SendersTest {

    @TempDir
    static Path home;

    private static TokenServer server;

    @BeforeAll
    static void start() throws Exception {
        Files.writeString(Files.createDirectories(home.resolve("catalogs/town")).resolve("dataset.json"), """
                {"name": "town", "root": ".", "images": "images/*.png", "gsdMetres": 0.5,
                 "legend": {"0": {"classes": ["other"]}}}
                """);
        server = new TokenServer(
                home, Map.of("office", Scope.ADMIN, "anna", Scope.CLASSIFY, "ben", Scope.CLASSIFY), 1 << 20);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> send(
            String token, String method, String path, BodyPublisher body, String... headers) throws Exception {
        return server.send(token, method, path, body, headers);
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }

    @Test
    void theHistoryOfModelsNamesTheTokenFirst() throws Exception {
        String version = "/v1/models/test-model@1";
        for (String query : List.of("", "?by=mayor", "?by=mayor%20at%2010.0.0.1")) {
            assertEquals(
                    200,
                    send("office", "POST", version + "/promote" + query, BodyPublishers.noBody())
                            .statusCode());
        }

        List<String> by = json(send("office", "GET", version, BodyPublishers.noBody())).findValuesAsText("by").stream()
                .filter(who -> who.startsWith("office"))
                .toList();

        assertEquals(
                List.of(
                        "office at 127.0.0.1",
                        "office (by mayor) at 127.0.0.1",
                        "office (by mayor at 10.0.0.1) at 127.0.0.1"),
                by);
    }

    @Test
    void retrainingsAreAskedForAndCancelledByTheToken() throws Exception {
        HttpResponse<String> taken = send(
                "office",
                "POST",
                "/v1/retrainings?by=mayor",
                BodyPublishers.ofString("{\"catalogs\": [\"town\"]}"),
                "Content-Type",
                "application/json");

        assertEquals(202, taken.statusCode(), taken.body());
        assertEquals(
                "office (by mayor) at 127.0.0.1", json(taken).get("askedBy").asText());
        String path = taken.headers().firstValue("Location").orElseThrow();
        String words = json(send("office", "DELETE", path, BodyPublishers.noBody()))
                .get("words")
                .asText();
        assertTrue(words.endsWith("by office at 127.0.0.1"), words);
    }

    private static int delete(String token, String path) throws Exception {
        HttpResponse<String> answer = send(token, "DELETE", path, BodyPublishers.noBody());
        if (answer.statusCode() == 403) {
            Problems.assertProblem(403, answer);
            assertTrue(answer.body().contains("'" + token + "'"), answer.body());
        }
        return answer.statusCode();
    }

    private static Path scene() {
        Path scene = home.resolve("scene.tif");
        RgbGeoTiff.write(scene, 64, 64, 0.5, (row, rgb) -> new Random(row).nextBytes(rgb));
        return scene;
    }

    /** The path of a job that is done. */
    private static String job(String token) throws Exception {
        HttpResponse<String> taken = send(token, "POST", "/v1/jobs", BodyPublishers.ofFile(scene()));
        assertEquals(202, taken.statusCode(), taken.body());
        String path = taken.headers().firstValue("Location").orElseThrow();
        send(token, "GET", path + "/events", BodyPublishers.noBody(), "Accept", "text/event-stream");
        return path;
    }

    @Test
    void onlyWhoSentAJobOrAnAdministratorDeletesIt() throws Exception {
        String path = job("anna");
        String result = path.replace("jobs", "results");

        assertEquals(403, delete("ben", path));
        assertEquals(403, delete("ben", result));
        assertEquals(
                "done",
                json(send("ben", "GET", path, BodyPublishers.noBody()))
                        .get("state")
                        .asText(),
                "others may read it");
        assertEquals(204, delete("anna", result));
        assertEquals(404, delete("anna", path));
        assertEquals(204, delete("office", job("anna")));
    }

    @Test
    void onlyWhoKeepsATileOrAnAdministratorDeletesIt() throws Exception {
        for (String mayDelete : List.of("anna", "office")) {
            String path = "/v1/results/" + UUID.randomUUID();
            assertEquals(
                    201,
                    send("anna", "PUT", path, BodyPublishers.ofString("tile")).statusCode());

            assertEquals(403, delete("ben", path));
            assertEquals(204, delete(mayDelete, path));
        }
    }

    @Test
    void onlyWhoSaidSomethingOrAnAdministratorDeletesIt() throws Exception {
        for (String mayDelete : List.of("anna", "office")) {
            HttpResponse<String> said =
                    send("anna", "POST", "/v1/feedback", feedback(), "Content-Type", "multipart/form-data; boundary=b");
            assertEquals(201, said.statusCode(), said.body());
            String path = said.headers().firstValue("Location").orElseThrow();

            assertEquals(403, delete("ben", path));
            assertEquals(204, delete(mayDelete, path));
        }
    }

    private static BodyPublisher feedback() throws Exception {
        String part = "--b\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"f\"\r\n\r\n";
        String said = """
                {"geometry": {"type": "Polygon", "coordinates": [[[2, 1], [4, 1], [4, 4], [2, 4], [2, 1]]]},
                 "crs": "pixels", "right": ["water"]}
                """;
        return BodyPublishers.concat(
                BodyPublishers.ofString(part.formatted("feedback") + said + "\r\n" + part.formatted("tile")),
                BodyPublishers.ofFile(scene()),
                BodyPublishers.ofString("\r\n--b--\r\n"));
    }
}
