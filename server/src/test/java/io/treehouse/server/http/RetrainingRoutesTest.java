package io.treehouse.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.server.models.ServedVersions;
import io.treehouse.server.models.TestVersions;
import io.treehouse.server.retraining.TestWorkshop;
import io.treehouse.server.retraining.Workshop;
import io.treehouse.server.store.Store;
import io.treehouse.server.store.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Retrainings over HTTP; a script that waits for a file takes the place of the training. */
@Timeout(120)
@ParameterizedClass
@EnumSource(TestDatabase.class)
class RetrainingRoutesTest {
    private static final HttpClient CLIENT = new CheckedClient();
    private static final String SCRIPT =
            "while [ ! -e \"$0/go\" ]; do sleep 0.05; done; echo '# Report' > \"$0/report.md\";"
                    + " echo '{\"candidate\": \"a@2\", \"decision\": \"may serve\"}' > \"$0/report.json\"";
    private static final String CATALOG = """
            {"name": "town", "root": ".", "images": "images/*.png", "gsdMetres": 0.5,
             "legend": {"0": {"classes": ["other"]}}}
            """;

    @Parameter
    TestDatabase database;

    @TempDir
    Path home;

    private ServedVersions versions;
    private Store store;
    private Workshop workshop;
    private TreehouseServer server;
    private Interface described;

    @BeforeEach
    void start() throws Exception {
        Path town = Files.createDirectories(home.resolve("catalogs/town"));
        Files.writeString(town.resolve("dataset.json"), CATALOG);
        TestVersions test = new TestVersions(home);
        versions = ServedVersions.open(test.registry(), TestVersions.opener(), 1);
        store = new Store(database.settings(home));
        workshop = TestWorkshop.open(store, home, SCRIPT);
        server = TreehouseServer.start(
                new ServerOptions("127.0.0.1", 0, 1 << 20, 1 << 20, 4, Duration.ofMinutes(4)),
                Services.of(new ClassifierService(versions))
                        .with(new ModelService(test.registry(), versions))
                        .with(workshop));
        workshop.begin();
        described = new Interface(get("/openapi.json").body());
    }

    @AfterEach
    void stop() {
        server.close();
        workshop.close();
        store.close();
        versions.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String type, String body) throws Exception {
        return CLIENT.send(
                request("/v1/retrainings?by=anna")
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return new ObjectMapper().readTree(response.body());
    }

    @Test
    void anOrderIsFollowedToItsReport() throws Exception {
        HttpResponse<String> taken = post("application/json", "{\"catalogs\": [\"town\"], \"minutes\": 30}");

        assertEquals(202, taken.statusCode(), taken.body());
        described.assertDescribes("post", "/v1/retrainings", taken);
        String path = taken.headers().firstValue("Location").orElseThrow();
        assertEquals("/v1/retrainings/" + json(taken).get("id").asText(), path);
        assertTrue(json(taken).get("askedBy").asText().startsWith("anna at "));
        assertEquals(404, get(path + "/report").statusCode());
        described.assertDescribes("get", "/v1/retrainings/{id}", get(path));

        HttpResponse<java.util.stream.Stream<String>> events = CLIENT.send(
                request(path + "/events").header("Accept", "text/event-stream").build(), BodyHandlers.ofLines());
        Files.createFile(home.resolve("retrainings")
                .resolve(json(taken).get("id").asText())
                .resolve("go"));
        List<String> data =
                events.body().filter(line -> line.startsWith("data: ")).toList();

        JsonNode last = new ObjectMapper().readTree(data.get(data.size() - 1).substring("data: ".length()));
        assertEquals("done", last.get("state").asText());
        assertEquals(path + "/report", last.get("report").asText());
        assertEquals("# Report\n", get(path + "/report").body());
        HttpResponse<String> list = get("/v1/retrainings");
        described.assertDescribes("get", "/v1/retrainings", list);
        assertEquals(1, json(list).get("retrainings").size());
    }

    @Test
    void anOrderIsCancelled() throws Exception {
        String path = post("application/json", "{\"catalogs\": [\"town\"]}")
                .headers()
                .firstValue("Location")
                .orElseThrow();

        HttpResponse<String> cancelled = CLIENT.send(request(path).DELETE().build(), BodyHandlers.ofString());

        described.assertDescribes("delete", "/v1/retrainings/{id}", cancelled);
        assertEquals("cancelled", json(cancelled).get("state").asText());
        HttpResponse<String> twice = CLIENT.send(request(path).DELETE().build(), BodyHandlers.ofString());
        assertEquals(409, twice.statusCode());
        described.assertDescribes("delete", "/v1/retrainings/{id}", twice);
    }

    @Test
    void whatCannotBeTrainedOnIsRefused() throws Exception {
        assertEquals(422, post("application/json", "{\"catalogs\": \"town\"}").statusCode());
        assertEquals(
                404, post("application/json", "{\"catalogs\": [\"nowhere\"]}").statusCode());
        assertEquals(
                400, post("application/json", "{\"catalogs\": [\"../town\"]}").statusCode());
        assertEquals(404, get("/v1/retrainings/none").statusCode());
        assertEquals(406, get("/v1/retrainings/none/events").statusCode());
        assertEquals(0, json(get("/v1/retrainings")).get("retrainings").size());
    }

    @Test
    void imageryComesWithTheOrder() throws Exception {
        HttpResponse<String> taken = post(
                "multipart/form-data; boundary=b",
                part("catalog", "", CATALOG.replace("\"root\": \".\", \"images\": \"images/*.png\",", ""))
                        + part("image", "; filename=\"a.png\"", "a picture")
                        + part("label", "; filename=\"a.png\"", "its label")
                        + part("request", "", "{\"steps\": 3}")
                        + "--b--\r\n");

        assertEquals(202, taken.statusCode(), taken.body());
        Path folder = home.resolve("retrainings")
                .resolve(json(taken).get("id").asText())
                .resolve("upload");
        assertEquals("a picture", Files.readString(folder.resolve("images/a.png")));
        assertEquals("its label", Files.readString(folder.resolve("masks/a.png")));
        assertEquals(3, json(taken).at("/order/steps").asInt());

        String path = taken.headers().firstValue("Location").orElseThrow();
        assertEquals(409, delete(path + "/imagery").statusCode());
        delete(path);
        HttpResponse<String> deleted = delete(path + "/imagery");
        assertEquals(204, deleted.statusCode(), deleted.body());
        assertFalse(Files.exists(folder.resolve("images")));
        assertEquals(404, delete(path + "/imagery").statusCode());
        HttpResponse<String> again = CLIENT.send(
                request(path + "/again").POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
        assertEquals(409, again.statusCode());
        assertEquals(400, delete(path + "/imagery?by=anna").statusCode());
        assertTrue(again.body().contains("was deleted"), again.body());
    }

    private HttpResponse<String> delete(String path) throws Exception {
        return CLIENT.send(request(path).DELETE().build(), BodyHandlers.ofString());
    }

    @Test
    void imageryThatCannotBeKeptLeavesNothing() throws Exception {
        String catalog = part("catalog", "", CATALOG.replace("\"root\": \".\", \"images\": \"images/*.png\",", ""));
        String image = part("image", "; filename=\"a.png\"", "a picture");
        for (String body : List.of(
                catalog,
                image,
                part("catalog", "", CATALOG) + image,
                catalog + image + image,
                catalog + part("image", "; filename=\"../a.png\"", "a picture"),
                catalog + image + part("request", "", "{\"steps\": 0}"),
                catalog.replace("\"legend\"", "\"labels\": {\"folder\": \"../../..\"}, \"legend\"") + image)) {
            HttpResponse<String> refused = post("multipart/form-data; boundary=b", body + "--b--\r\n");
            assertTrue(refused.statusCode() >= 400 && refused.statusCode() < 500, refused.body());
            described.assertDescribes("post", "/v1/retrainings", refused);
        }
        assertFalse(Files.exists(home.resolve("retrainings"))
                && Files.list(home.resolve("retrainings")).findAny().isPresent());
    }

    @Test
    void aLostDatabaseIsSaidToBeUnavailable() throws Exception {
        store.close();

        HttpResponse<String> lost = get("/v1/retrainings");

        assertEquals(503, lost.statusCode());
        assertTrue(lost.headers().firstValue("Retry-After").isPresent());
        described.assertDescribes("get", "/v1/retrainings", lost);
        assertEquals(
                "urn:treehouse:problem:database-unavailable",
                json(lost).get("type").asText());
        assertEquals(200, get("/v1/models").statusCode());
    }

    private static String part(String field, String more, String content) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + field + "\"" + more + "\r\n\r\n" + content + "\r\n";
    }
}
