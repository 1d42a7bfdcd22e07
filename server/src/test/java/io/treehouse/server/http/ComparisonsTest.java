package io.treehouse.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.server.cli.TownMap;
import java.awt.image.BufferedImage;
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
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code POST /v1/comparisons} over HTTP. */
class ComparisonsTest {
    private static final HttpClient CLIENT = new CheckedClient();
    private static final byte[] SETTINGS = "{\"assumedAreaStandardErrorPercent\": 5}".getBytes(StandardCharsets.UTF_8);

    private static final byte[] PLAN = """
            {"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::2056"}},
             "features": [{"type": "Feature", "properties": {"class": "water"}, "geometry": {"type": "Polygon",
              "coordinates": [[[2683000, 1246960], [2683010, 1246960], [2683010, 1246970], [2683000, 1246970],
               [2683000, 1246960]]]}}]}
            """.getBytes(StandardCharsets.UTF_8);

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
    void aPlanOfWhichNothingElseIsKnownIsComparedAsDescribed() throws Exception {
        HttpResponse<String> response = post(Map.of("before", before, "plan", PLAN));
        assertEquals(200, response.statusCode(), response.body());
        JsonNode comparison = Described.as("Comparison", response.body());
        assertTrue(comparison.path("after").isNull());
        assertEquals("none", comparison.path("intervalMethod").asText());
        assertTrue(comparison.at("/matrix/0/estimate").isNull());
    }

    @Test
    void figuresThatAreKeptBackAndASampleOfChangesAreAsDescribed() throws Exception {
        String point =
                "{\"mapBefore\": \"%1$s\", \"mapAfter\": \"%2$s\", \"referenceBefore\": \"%1$s\", \"referenceAfter\": \"%2$s\","
                        + " \"points\": 5}";
        String request = """
                {"site": {"notationKeys": {"tree_carbon": {"key": "C", "reason": "not to be told"}}}, "treeMethod": "crown_cover",
                 "changeSample": [%s, %s, %s]}
                """.formatted(
                        point.formatted("tree_canopy", "tree_canopy"),
                        point.formatted("tree_canopy", "building"),
                        point.formatted("building", "tree_canopy"));
        HttpResponse<String> response =
                post(Map.of("before", before, "after", after, "request", request.getBytes(StandardCharsets.UTF_8)));
        assertEquals(200, response.statusCode(), response.body());
        JsonNode comparison = Described.as("Comparison", response.body());
        assertEquals("change_sample", comparison.path("intervalMethod").asText());
        assertEquals("C", comparison.at("/carbon/stocks/0/notationKey").asText());
        assertTrue(comparison.at("/carbon/stocks/0/differenceKgCo2e").isNull());
        assertTrue(comparison.at("/before/model").isNull());
    }

    @Test
    void refusesFormsThatItCannotUse() throws Exception {
        Problems.assertProblem(400, post(Map.of("before", before)));
        Problems.assertProblem(400, post(Map.of("before", before, "after", after, "later", after)));
        Problems.assertProblem(422, post(Map.of("before", before, "after", after, "request", new byte[] {'{'})));
        HttpResponse<String> noMap = post(Map.of("before", before, "after", SETTINGS));
        Problems.assertProblem(415, noMap);
        assertTrue(noMap.body().contains("The field after"), noMap.body());
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY), "png", picture);
        HttpResponse<String> noPlace = post(Map.of("before", picture.toByteArray(), "after", after));
        Problems.assertProblem(422, noPlace);
        assertTrue(noPlace.body().contains("The field before: The class map is not georeferenced"), noPlace.body());
        HttpRequest.Builder json = HttpRequest.newBuilder(uri("/v1/comparisons"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"));
        Problems.assertProblem(415, send(json));
        HttpRequest seeded = FormBody.post(uri("/v1/comparisons?seed=2"), Map.of("before", before, "after", after));
        HttpResponse<String> parameter = send(HttpRequest.newBuilder(seeded, (name, value) -> true));
        Problems.assertProblem(400, parameter);
        assertTrue(parameter.body().contains("Unknown parameter: seed"), parameter.body());
    }

    @ParameterizedTest
    @CsvSource({
        "application/geopackage+sqlite3, SQLite format 3",
        "application/vnd.apache.parquet, PAR1",
        "application/geo+json, '{\"type\":\"FeatureCollection\"'"
    })
    void answersWithTablesInTheFormThatIsAccepted(String form, String begin) throws Exception {
        HttpResponse<String> response = post(Map.of("before", before, "after", after, "request", SETTINGS), form);
        assertEquals(200, response.statusCode(), response.body());
        assertEquals(form, response.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(response.body().startsWith(begin), response.body());
    }

    @Test
    void aTableTellsOfChangesAndOfThePlace() throws Exception {
        HttpResponse<String> response = post(Map.of("before", before, "plan", PLAN), "application/geo+json");
        assertEquals(200, response.statusCode(), response.body());
        JsonNode table = new ObjectMapper().readTree(response.body());
        assertEquals("true", table.at("/metadata/AFTER_IS_PLAN").asText());
        for (JsonNode row : table.path("features")) {
            assertEquals("MultiPolygon", row.at("/geometry/type").asText());
            if (row.path("id").asText().equals("change/tree_canopy/water")) {
                assertEquals(100, row.at("/properties/areaM2").asDouble(), 0.1);
                return;
            }
        }
        throw new AssertionError("no change from canopy to water in " + response.body());
    }

    @Test
    void refusesFormsThatCannotHoldFigures() throws Exception {
        HttpResponse<String> response = post(Map.of("before", before, "after", after), "application/flatgeobuf");
        Problems.assertProblem(406, response);
        assertTrue(response.body().contains("application/geopackage+sqlite3"), response.body());
    }

    private static HttpResponse<String> post(Map<String, byte[]> fields) throws Exception {
        return post(fields, "application/json");
    }

    private static HttpResponse<String> post(Map<String, byte[]> fields, String accept) throws Exception {
        HttpRequest form = FormBody.post(uri("/v1/comparisons"), fields);
        return send(HttpRequest.newBuilder(form, (name, value) -> true).header("Accept", accept));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
