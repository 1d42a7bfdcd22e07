package io.treehouse.server.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.datasets.raster.ClassMapReader;
import io.treehouse.inference.classify.ServedModel;
import io.treehouse.inference.classify.TileClassifier;
import io.treehouse.inference.drift.TileFeature;
import io.treehouse.model.engine.EngineOptions;
import io.treehouse.model.registry.ModelRegistry;
import io.treehouse.server.models.ServedVersions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real server with the model that ships, on a real scene: a wooded valley with a lake in Virginia. */
class ShippedModelTest {
    private static final Path SCENE =
            Path.of(System.getProperty("treehouse.home"), "datasets", "scenes", "virginia_naip_1m_rgbn.tif");
    private static final int WIDTH = 597;
    private static final int HEIGHT = 510;

    @TempDir
    static Path registryParent;

    private static ServedVersions versions;
    private static TreehouseServer server;

    @BeforeAll
    static void start() {
        ModelRegistry registry = ModelRegistry.at(registryParent.resolve("registry"));
        versions = ServedVersions.open(
                registry,
                (bundle, observer) -> TileClassifier.open(bundle, EngineOptions.defaults(), "test", observer),
                1);
        server = TreehouseServer.start(
                ServerOptions.defaults().onPort(0),
                new ClassifierService(versions),
                new ModelService(registry, versions));
    }

    @AfterAll
    static void stop() {
        server.close();
        versions.close();
    }

    @Test
    void theShippedModelKnowsWhatItLearnedFrom() throws Exception {
        assertEquals(200, post("", "application/json", BodyHandlers.ofString()).statusCode());
        ServedModel serving = versions.serving();
        URI uri = URI.create(
                "http://127.0.0.1:%d/v1/models/%s@%s".formatted(server.port(), serving.name(), serving.version()));
        HttpResponse<String> details =
                new CheckedClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());

        JsonNode drift = new ObjectMapper().readTree(details.body()).get("drift");

        assertEquals(251, drift.get("referencePictures").asInt());
        assertEquals(TileFeature.values().length, drift.get("features").size(), drift.toString());
        assertEquals(1.0, drift.at("/features/gsdMetres/mean").asDouble(), "the scene has pixels of 1 m");
        assertEquals(4, drift.at("/features/bandCount/mean").asDouble());
    }

    private static <T> HttpResponse<T> post(String query, String accept, HttpResponse.BodyHandler<T> as)
            throws Exception {
        return post(query, accept, BodyPublishers.ofFile(SCENE), as);
    }

    private static <T> HttpResponse<T> post(
            String query, String accept, BodyPublisher tile, HttpResponse.BodyHandler<T> as) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + "/v1/tiles" + query);
        HttpRequest request =
                HttpRequest.newBuilder(uri).header("Accept", accept).POST(tile).build();
        return new CheckedClient().send(request, as);
    }

    private static JsonNode answer(String query) throws Exception {
        HttpResponse<String> response = post(query, "application/json", BodyHandlers.ofString());
        assertEquals(200, response.statusCode(), response.body());
        return new ObjectMapper().readTree(response.body());
    }

    @Test
    void theForestIsForestAndTheFiguresAddUp() throws Exception {
        JsonNode answer = answer("?id=valley&date=2020-07-01");

        assertTrue(answer.at("/classes/tree_canopy/fraction").asDouble() > 0.7, answer.toString());
        long pixels = 0;
        double area = 0;
        for (JsonNode c : answer.get("classes")) {
            pixels += c.get("pixels").asLong();
            area += c.get("areaM2").asDouble();
        }
        assertEquals((long) WIDTH * HEIGHT, pixels + answer.at("/nodata/pixels").asLong());
        assertEquals(answer.at("/valid/areaM2").asDouble(), area, 1e-3);
        // 304,470 pixels of 1 m in UTM zone 17, where a metre on the map is 0.99999 m on the ground here.
        assertEquals(304_467.6, area, 1);
        assertEquals("EPSG:26917", answer.get("crs").asText());
        assertEquals("valley", answer.get("id").asText());
        assertEquals("2020-07-01", answer.get("date").asText());
        assertEquals("treehouse-land-cover", answer.at("/model/name").asText());
        assertEquals(64, answer.at("/model/sha256").asText().length());
    }

    @Test
    void theSameTileGivesTheSameMapAndTheMapHasTheCountsOfTheAnswer(@TempDir Path folder) throws Exception {
        Path first = folder.resolve("first.tif");
        Path second = folder.resolve("second.tif");
        Files.write(first, post("", "image/tiff", BodyHandlers.ofByteArray()).body());
        Files.write(second, post("", "image/tiff", BodyHandlers.ofByteArray()).body());

        ClassMapReader map = ClassMapReader.read(first);

        assertArrayEquals(map.classes(), ClassMapReader.read(second).classes());
        assertEquals(WIDTH, map.width());
        assertEquals(HEIGHT, map.height());
        byte[] classes = map.classes();
        long water =
                IntStream.range(0, classes.length).filter(i -> classes[i] == 3).count();
        assertEquals(answer("").at("/classes/water/pixels").asLong(), water);
    }

    @Test
    void theModelThatShipsIsListedAsPromotedAndServingWithoutARegistry() throws Exception {
        JsonNode models = new ObjectMapper().readTree(get("/v1/models").body()).get("models");

        assertEquals(1, models.size());
        assertEquals("treehouse-land-cover", models.at("/0/name").asText());
        assertEquals("promoted", models.at("/0/status").asText());
        assertTrue(models.at("/0/serving").asBoolean());
        assertFalse(models.at("/0/engine").asText().isEmpty());
        assertFalse(Files.exists(registryParent.resolve("registry")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/models", "/health/live", "/health/ready"})
    void theServerDescribesWhatItSaysOfItself(String path) throws Exception {
        described().assertDescribes("get", path, get(path));
    }

    @Test
    void theServerDescribesItsAnswersAndProblems() throws Exception {
        Interface described = described();

        described.assertDescribes("post", "/v1/tiles", post("?id=valley", "application/json", BodyHandlers.ofString()));
        described.assertDescribes("post", "/v1/tiles", post("?gsd=0.3", "application/json", BodyHandlers.ofString()));
        described.assertDescribes("post", "/v1/tiles", post("?gds=1", "application/json", BodyHandlers.ofString()));
        described.assertDescribes("post", "/v1/tiles", post("", "text/csv", BodyHandlers.ofString()));
    }

    @Test
    void zonesAreCountedBesideTheTile() throws Exception {
        String zones = """
                {"type": "FeatureCollection", "features": [
                 {"type": "Feature", "properties": {"name": "World"}, "geometry": {"type": "Polygon", "coordinates":
                  [[[-180, -89], [180, -89], [180, 89], [-180, 89], [-180, -89]]]}}]}
                """;
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.write("--b\r\nContent-Disposition: form-data; name=\"tile\"; filename=\"t\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        form.write(Files.readAllBytes(SCENE));
        form.write(("\r\n--b\r\nContent-Disposition: form-data; name=\"zones\"\r\n\r\n" + zones + "\r\n--b--\r\n")
                .getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/v1/tiles"))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofByteArray(form.toByteArray()))
                .build();
        HttpResponse<String> response = new CheckedClient().send(request, BodyHandlers.ofString());

        described().assertDescribes("post", "/v1/tiles", response);
        JsonNode answer = new ObjectMapper().readTree(response.body());
        assertEquals("World", answer.at("/zones/0/name").asText());
        assertEquals(
                answer.at("/classes/water/areaM2").asDouble(),
                answer.at("/zones/0/classes/water/areaM2").asDouble(),
                1e-3);
    }

    @Test
    void aTileThatIsCutOffIsRefusedWithoutTellingWhereItLay() throws Exception {
        byte[] half = Arrays.copyOf(Files.readAllBytes(SCENE), (int) Files.size(SCENE) / 2);

        HttpResponse<String> response =
                post("", "application/json", BodyPublishers.ofByteArray(half), BodyHandlers.ofString());

        assertEquals(422, response.statusCode(), response.body());
        assertFalse(response.body().contains(System.getProperty("java.io.tmpdir")), response.body());
        described().assertDescribes("post", "/v1/tiles", response);
    }

    private static Interface described() throws Exception {
        return new Interface(get("/openapi.json").body());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
        return new CheckedClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    @Test
    void theOverlayIsAPictureAsWideAsTheTile() throws Exception {
        HttpResponse<byte[]> response = post("", "image/png", BodyHandlers.ofByteArray());

        assertEquals("image/png", response.headers().firstValue("Content-Type").orElseThrow());
        assertEquals(
                WIDTH, ImageIO.read(new ByteArrayInputStream(response.body())).getWidth());
    }

    @Test
    void theObjectsAreThoseThatTheAnswerCounts() throws Exception {
        HttpResponse<String> response = post("", "application/geo+json", BodyHandlers.ofString());

        assertEquals(
                "application/geo+json",
                response.headers().firstValue("Content-Type").orElseThrow());
        JsonNode features = new ObjectMapper().readTree(response.body()).get("features");
        JsonNode counts = answer("?objects=pixels");
        long counted = 0;
        for (JsonNode total : counts.get("objects")) {
            counted += total.get("count").asLong();
        }
        assertEquals(counted, features.size());
        assertEquals(counted, counts.get("objectList").size());
        assertTrue(
                counts.at("/objects/tree_crown/count").asLong() > 500,
                counts.get("objects").toString());
        assertEquals(
                1,
                counts.at("/objects/water_body/areaM2").asDouble()
                        / counts.at("/classes/water/areaM2").asDouble(),
                0.05);
    }

    @Test
    void theOtherFormatsOfObjectsAreFilesOfTheirKind() throws Exception {
        byte[] geoPackage = post("", "application/geopackage+sqlite3", BodyHandlers.ofByteArray())
                .body();
        byte[] flatGeobuf =
                post("", "application/flatgeobuf", BodyHandlers.ofByteArray()).body();

        assertEquals("SQLite format 3", new String(geoPackage, 0, 15, StandardCharsets.US_ASCII));
        assertEquals("fgb", new String(flatGeobuf, 0, 3, StandardCharsets.US_ASCII));
    }

    @Test
    void aContradictoryGroundSamplingDistanceIsAProblemDocument() throws Exception {
        HttpResponse<String> response = post("?gsd=0.3", "application/json", BodyHandlers.ofString());

        assertEquals(400, response.statusCode());
        assertTrue(response.body().contains("contradicts"), response.body());
        assertFalse(response.body().contains("Exception"), response.body());
    }
}
