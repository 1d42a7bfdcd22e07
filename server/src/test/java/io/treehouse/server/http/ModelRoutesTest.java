package io.treehouse.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.server.models.ServedVersions;
import io.treehouse.server.models.TestVersions;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A model's life over HTTP, and what requests notice of it. */
@Timeout(300)
class ModelRoutesTest {
    private static final HttpClient CLIENT = new CheckedClient();
    private static final int IN_FLIGHT = 200;
    private static final int BEFORE_PROMOTION = 20;

    @TempDir
    Path folder;

    private TestVersions test;
    private ServedVersions versions;
    private TreehouseServer server;

    @BeforeEach
    void start() {
        test = new TestVersions(folder);
        versions = ServedVersions.open(test.registry(), TestVersions.opener(), 1);
        server = TreehouseServer.start(
                new ServerOptions("127.0.0.1", 0, 1 << 20, 1 << 20, 4, IN_FLIGHT, Duration.ofMinutes(4)),
                new ClassifierService(versions),
                new ModelService(test.registry(), versions));
    }

    @AfterEach
    void stop() {
        server.close();
        versions.close();
    }

    private HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers)
            throws Exception {
        return CLIENT.send(request(method, path, body, headers), BodyHandlers.ofString());
    }

    private HttpRequest request(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, body);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request.build();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send("GET", path, BodyPublishers.noBody());
    }

    private JsonNode post(int status, String path) throws Exception {
        HttpResponse<String> response = send("POST", path, BodyPublishers.noBody());
        assertEquals(status, response.statusCode(), response.body());
        return json(response);
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return new ObjectMapper().readTree(response.body());
    }

    private static byte[] tile() throws Exception {
        BufferedImage image = new BufferedImage(96, 96, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(5);
        for (int i = 0; i < 96 * 96; i++) {
            image.setRGB(i % 96, i / 96, random.nextInt(1 << 24));
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    @Test
    void aModelIsAddedPromotedRolledBackRetiredAndDeleted() throws Exception {
        HttpResponse<String> added =
                send("POST", "/v1/models?by=anna&reason=new%20town", BodyPublishers.ofFile(test.bundle(2)));
        assertEquals(201, added.statusCode(), added.body());
        assertEquals("candidate", json(added).get("status").asText());

        assertTrue(post(200, "/v1/models/test-model@2/promote").get("serving").asBoolean());
        JsonNode models = json(get("/v1/models")).get("models");
        assertEquals("2", models.at("/0/version").asText());
        assertEquals("promoted", models.at("/0/status").asText());
        assertFalse(models.at("/1/serving").asBoolean());

        assertEquals("1", post(200, "/v1/models/rollback").get("version").asText());
        assertEquals(
                "retired",
                post(200, "/v1/models/test-model@2/retire").get("status").asText());
        JsonNode details = json(get("/v1/models/test-model@2"));
        assertEquals("new town", details.at("/history/0/reason").asText());
        assertTrue(details.at("/history/0/by").asText().startsWith("anna at 127."), details.toString());
        assertEquals(
                204,
                send("DELETE", "/v1/models/test-model@2", BodyPublishers.noBody())
                        .statusCode());
        Problems.assertProblem(404, get("/v1/models/test-model@2"));
    }

    @Test
    void theServerDescribesWhatItAnswers() throws Exception {
        test.add(2);
        Interface described = new Interface(get("/openapi.json").body());

        described.assertDescribes("get", "/v1/models", get("/v1/models"));
        described.assertDescribes("get", "/v1/models/{id}", get("/v1/models/test-model@2"));
        described.assertDescribes("get", "/v1/models/{id}", get("/v1/models/test-model@7"));
        described.assertDescribes(
                "get", "/v1/models/{id}/diff/{other}", get("/v1/models/test-model@1/diff/test-model@2"));
        described.assertDescribes(
                "post",
                "/v1/models/{id}/promote",
                send("POST", "/v1/models/test-model@2/promote", BodyPublishers.noBody()));
        described.assertDescribes(
                "delete", "/v1/models/{id}", send("DELETE", "/v1/models/test-model@2", BodyPublishers.noBody()));
    }

    @Test
    void whatAVersionClassifiesIsComparedWithItsReference() throws Exception {
        test.addWithReference(2);
        post(200, "/v1/models/test-model@2/promote");
        for (int i = 0; i < 40; i++) {
            send("POST", "/v1/tiles?gsd=0.25", BodyPublishers.ofByteArray(tile()));
        }

        JsonNode drift = json(get("/v1/models/test-model@2")).get("drift");
        assertEquals("strong", drift.get("level").asText(), drift.toString());
        assertEquals(40, drift.get("tiles").asInt());
        assertEquals(
                "[\"100 % of the tiles have a gsdMetres that no picture had which was learned from\"]",
                drift.get("signs").toString());
        assertEquals(0.25, drift.at("/features/gsdMetres/mean").asDouble());
        assertEquals(0.5, drift.at("/features/gsdMetres/referenceMean").asDouble());
        assertEquals(1, drift.at("/features/gsdMetres/outsideShare").asDouble());
        assertEquals(
                "unknown",
                json(get("/v1/models/test-model@1")).at("/drift/level").asText());
        String metrics = get("/metrics").body();
        String version = "{model=\"test-model\",version=\"2\"}";
        assertTrue(metrics.contains("treehouse_drift_tiles" + version + " 40.0"), metrics);
        assertTrue(metrics.contains("treehouse_drift_signs" + version + " 1.0"), metrics);
        assertTrue(
                metrics.contains(
                        "treehouse_drift_outside{feature=\"gsdMetres\",model=\"test-model\",version=\"2\"} 1.0"),
                metrics);
        assertTrue(metrics.contains("treehouse_pixels_total" + version + " " + (double) (40 * 96 * 96)), metrics);
        assertTrue(metrics.contains("treehouse_stage_seconds_count{stage=\"segment\"} 40"), metrics);
        assertTrue(metrics.contains("treehouse_windows_seconds_count 40"), metrics);
    }

    @Test
    void whatMakesNoSenseIsAProblemAndChangesNothing() throws Exception {
        Problems.assertProblem(409, send("DELETE", "/v1/models/test-model@1", BodyPublishers.noBody()));
        Problems.assertProblem(404, send("POST", "/v1/models/test-model@9/promote", BodyPublishers.noBody()));
        Problems.assertProblem(400, send("POST", "/v1/models/test-model/promote", BodyPublishers.noBody()));
        Problems.assertProblem(400, send("POST", "/v1/models/rollback?why=x", BodyPublishers.noBody()));
        Problems.assertProblem(409, send("POST", "/v1/models/rollback", BodyPublishers.noBody()));
        HttpResponse<String> noBundle = send("POST", "/v1/models", BodyPublishers.ofString("no bundle"));
        Problems.assertProblem(422, noBundle);
        assertFalse(noBundle.body().contains(System.getProperty("java.io.tmpdir")), noBundle.body());
        HttpResponse<String> foreign =
                send("POST", "/v1/models/rollback", BodyPublishers.noBody(), "Origin", "http://evil.example");
        Problems.assertProblem(403, foreign);
        assertEquals(1, json(get("/v1/models")).get("models").size());
    }

    @Test
    void aVersionThatCannotServeIsNotPromoted() throws Exception {
        test.add(2);
        Files.writeString(test.registry().bundleFile(TestVersions.id(2)), "damaged");

        Problems.assertProblem(409, send("POST", "/v1/models/test-model@2/promote", BodyPublishers.noBody()));

        assertEquals(TestVersions.id(1), test.registry().state().promoted().id());
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/models/test-model@1/promote",
        "POST, /v1/models/test-model@1/retire",
        "POST, /v1/models/rollback",
        "DELETE, /v1/models/test-model@1"
    })
    void onlyWhatIsAddedHasAParent(String method, String path) throws Exception {
        HttpResponse<String> refused = send(method, path + "?parent=test-model@1", BodyPublishers.noBody());

        Problems.assertProblem(400, refused);
        assertTrue(refused.body().contains("Unknown parameter: parent"), refused.body());
    }

    @Test
    void aDamagedLineOfTheHistoryIsNamedAndModelsAreUsedAsBefore() throws Exception {
        test.add(2);
        Files.writeString(test.registry().folder().resolve("history.jsonl"), "{}\n", StandardOpenOption.APPEND);

        JsonNode answer = json(get("/v1/models"));
        assertEquals(2, answer.get("models").size());
        assertTrue(answer.at("/damage/0").asText().startsWith("Line 4 of history.jsonl"), answer.toString());
        assertEquals(200, get("/v1/models/test-model@2").statusCode());
        HttpResponse<String> refused = send("POST", "/v1/models/test-model@2/promote", BodyPublishers.noBody());
        Problems.assertProblem(409, refused);
        assertTrue(refused.body().contains("Line 4 of history.jsonl"), refused.body());
        assertEquals(
                200,
                send("POST", "/v1/tiles?gsd=0.5", BodyPublishers.ofByteArray(tile()))
                        .statusCode());
    }

    @Test
    void aRequestCanAskForAVersion() throws Exception {
        test.add(2);
        BodyPublisher tile = BodyPublishers.ofByteArray(tile());

        assertEquals(
                "1", json(send("POST", "/v1/tiles", tile)).at("/model/version").asText());
        assertEquals(
                "2",
                json(send("POST", "/v1/tiles?model=test-model@2", tile))
                        .at("/model/version")
                        .asText());
        Problems.assertProblem(404, send("POST", "/v1/tiles?model=test-model@9", tile));
        Problems.assertProblem(400, send("POST", "/v1/tiles?model=nonsense", tile));
    }

    @Test
    void noRequestIsLostOrMixesVersionsWhileVersionsAreExchanged() throws Exception {
        test.add(2);
        BodyPublisher tile = BodyPublishers.ofByteArray(tile());
        Map<String, JsonNode> own = new HashMap<>();
        for (String version : List.of("1", "2")) {
            own.put(
                    version,
                    json(send("POST", "/v1/tiles?model=test-model@" + version, tile))
                            .get("classes"));
        }
        assertFalse(own.get("1").equals(own.get("2")), "the versions make different maps");

        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < IN_FLIGHT; i++) {
            answers.add(CLIENT.sendAsync(request("POST", "/v1/tiles", tile), BodyHandlers.ofString()));
        }
        for (CompletableFuture<HttpResponse<String>> answer : answers.subList(0, BEFORE_PROMOTION)) {
            answer.join();
        }
        for (int version : List.of(2, 1, 2)) {
            // Not over HTTP, where the request would stand in the queue behind the tiles.
            test.registry().promote(TestVersions.id(version), TestVersions.TESTER);
            versions.follow();
        }

        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            assertEquals(200, answer.join().statusCode(), answer.join().body());
            JsonNode document = json(answer.join());
            String version = document.at("/model/version").asText();
            assertEquals(own.get(version), document.get("classes"), "what version " + version + " says alone");
        }
        assertEquals(
                "2", json(send("POST", "/v1/tiles", tile)).at("/model/version").asText());
    }
}
