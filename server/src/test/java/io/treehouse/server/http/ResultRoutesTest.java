package io.treehouse.server.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.server.models.ServedVersions;
import io.treehouse.server.models.TestVersions;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A tile that is kept with its files, by a network of a few weights on the scene that ships. */
class ResultRoutesTest {
    private static final HttpClient CLIENT = new CheckedClient();
    private static final Path SCENE =
            Path.of(System.getProperty("treehouse.home"), "datasets", "scenes", "virginia_naip_1m_rgbn.tif");
    private static final int WIDTH = 597;
    private static final int HEIGHT = 510;

    @TempDir
    static Path folder;

    private static TestVersions test;
    private static ServedVersions versions;
    private static TreehouseServer server;
    private static String path;
    private static HttpResponse<String> kept;

    @BeforeAll
    static void keepTheScene() throws Exception {
        test = new TestVersions(folder);
        versions = ServedVersions.open(test.registry(), TestVersions.opener(), 1);
        server = TreehouseServer.start(ServerOptions.defaults().onPort(0), new ClassifierService(versions));
        path = newPath();
        kept = send("PUT", path + "?objects=pixels", BodyPublishers.ofFile(SCENE));
    }

    @AfterAll
    static void stop() {
        server.close();
        versions.close();
    }

    private static String newPath() {
        return "/v1/results/" + UUID.randomUUID();
    }

    private static HttpResponse<String> send(String method, String path, BodyPublisher body) throws Exception {
        return CLIENT.send(request(path).method(method, body).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private static HttpResponse<byte[]> file(String name) throws Exception {
        HttpRequest request = request(path + "/" + name).build();
        HttpResponse<byte[]> response = CLIENT.send(request, BodyHandlers.ofByteArray());
        assertEquals(200, response.statusCode(), name);
        return response;
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send("GET", path, BodyPublishers.noBody());
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return new ObjectMapper().readTree(response.body());
    }

    @Test
    void aKeptTileHasEachLayerInAFileAndNoneIsChosen() throws Exception {
        HttpResponse<String> refused = send("PUT", newPath() + "?layer=probabilities", BodyPublishers.ofFile(SCENE));

        Problems.assertProblem(400, refused);
        assertTrue(refused.body().contains("Unknown parameter: layer"), refused.body());
        Problems.assertProblem(400, send("POST", path + "/zones?gsd=1", BodyPublishers.ofString("{}")));
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-99, 0, 100", "bytes=1000-, 1000, -1", "bytes=-50, -50, -1"})
    void aPartOfAFileIsTheSameAsThatOfTheWhole(String range, int first, int end) throws Exception {
        byte[] whole = file("classes.tif").body();
        int from = first < 0 ? whole.length + first : first;
        int to = end < 0 ? whole.length : end;

        HttpResponse<byte[]> part = part(range);

        assertEquals(206, part.statusCode());
        assertEquals(
                "bytes %d-%d/%d".formatted(from, to - 1, whole.length),
                part.headers().firstValue("Content-Range").orElseThrow());
        assertArrayEquals(Arrays.copyOfRange(whole, from, to), part.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-9,20-29", "pages=1-2"})
    void aRangeThatCannotBeGivenInOnePartIsAnsweredWithTheWholeFile(String range) throws Exception {
        HttpResponse<byte[]> whole = part(range);

        assertEquals(200, whole.statusCode());
        assertArrayEquals(file("classes.tif").body(), whole.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=99999999999-", "bytes=9-1", "bytes=all"})
    void aPartBehindTheEndOfAFileIsAProblem(String range) throws Exception {
        HttpResponse<byte[]> refused = part(range);

        assertEquals(416, refused.statusCode());
        assertTrue(new String(refused.body(), StandardCharsets.UTF_8).contains("bytes=0-1023"), range);
        assertTrue(refused.headers().firstValue("Content-Range").orElse("").startsWith("bytes */"), range);
    }

    @Test
    void headTellsHowLargeAFileIs() throws Exception {
        HttpResponse<String> head = send("HEAD", path + "/classes.tif", BodyPublishers.noBody());

        assertEquals(200, head.statusCode());
        assertEquals(
                file("classes.tif").body().length,
                head.headers().firstValueAsLong("Content-Length").orElseThrow());
        assertEquals("bytes", head.headers().firstValue("Accept-Ranges").orElseThrow());
    }

    private static HttpResponse<byte[]> part(String range) throws Exception {
        HttpRequest request =
                request(path + "/classes.tif").header("Range", range).build();
        return CLIENT.send(request, BodyHandlers.ofByteArray());
    }

    @Test
    void aTileIsAnsweredWithItsClassificationAndLinksToItsFiles() throws Exception {
        assertEquals(201, kept.statusCode(), kept.body());
        assertEquals("done", json(kept).get("state").asText());
        assertEquals(WIDTH, json(kept).at("/classification/imageSize/width").asInt());
        assertEquals("#1B7837", json(kept).at("/legend/4/colour").asText());
        assertEquals(kept.body(), get(path).body());
        for (JsonNode link : json(kept).get("links")) {
            String address = link.asText().replace("{z}/{x}/{y}", "0/0/0");
            assertEquals(
                    200,
                    CLIENT.send(request(address).build(), BodyHandlers.discarding())
                            .statusCode(),
                    address);
        }
    }

    @Test
    void aTileIsOnMapsAndInCataloguesToo() throws Exception {
        JsonNode stac = json(get(path + "/stac.json"));
        assertEquals(List.of(), StacSchema.faults(stac), stac.toString());
        assertEquals(5, stac.at("/assets/classes.tif/classification:classes").size());
        assertTrue(stac.at("/assets/objects.fgb/href").asText().endsWith(path + "/objects.fgb"), stac.toString());
        assertFalse(StacSchema.faults(((ObjectNode) stac).without("assets")).isEmpty(), "the schema is at work");
        JsonNode tiles = json(get(path + "/tilejson.json"));
        assertTrue(tiles.at("/tiles/0").asText().endsWith(path + "/tiles/{z}/{x}/{y}.png"), tiles.toString());
        assertEquals(
                json(kept).at("/classification/corners/0/0").asDouble(),
                tiles.at("/bounds/0").asDouble(),
                0.001);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /tiles/0/0/0.png?v=2, 200",
        "GET, /tiles/0/0/0.jpg?v=2, 404",
        "GET, /tilejson.json?v=2, 400",
        "GET, /stac.json?v=2, 400",
        "GET, /figures.csv?v=2, 400",
        "GET, /classes.tif?v=2, 400",
        "HEAD, /classes.tif?v=2, 400",
        "GET, ?v=2, 400"
    })
    void whatMapsAddToAddressesOfTilesIsPassedOver(String method, String rest, int status) throws Exception {
        assertEquals(status, send(method, path + rest, BodyPublishers.noBody()).statusCode());
    }

    @Test
    void theFiguresAreATable() throws Exception {
        String table = get(path + "/figures.csv").body();

        List<String> lines = table.lines().toList();
        assertEquals(6, lines.size(), table);
        JsonNode water = json(kept).at("/classification/classes/water");
        String line = lines.get(4);
        assertTrue(
                line.contains(",water," + water.get("pixels").asText() + ","
                        + water.get("fraction").asText() + ","),
                line);
    }

    @Test
    void theInterfaceDescribesIt() throws Exception {
        Interface described = new Interface(get("/openapi.json").body());

        described.assertDescribes("put", ResultRoutes.RESULT, kept);
        described.assertDescribes("get", ResultRoutes.RESULT, get(path));
        described.assertDescribes("get", ResultRoutes.RESULT, get(newPath()));
    }

    @Test
    void theCornersOfTheTileAreSaidInDegrees() throws Exception {
        JsonNode corners = json(kept).at("/classification/corners");

        assertEquals(4, corners.size());
        double degreesWide = corners.at("/1/0").asDouble() - corners.at("/0/0").asDouble();
        double degreesHigh = corners.at("/0/1").asDouble() - corners.at("/3/1").asDouble();
        double latitude = Math.toRadians(corners.at("/0/1").asDouble());
        // A degree of latitude is 111 km long here, one of longitude the cosine of the latitude times that.
        assertEquals(WIDTH, degreesWide * 111_320 * Math.cos(latitude), 5);
        assertEquals(HEIGHT, degreesHigh * 111_000, 25);
    }

    @Test
    void thePixelsHaveTheCountsOfTheAnswer() throws Exception {
        HttpResponse<byte[]> response = file("pixels.bin");
        assertEquals("gzip", response.headers().firstValue("Content-Encoding").orElse(""));
        byte[] pixels = new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes();

        assertEquals(2 * WIDTH * HEIGHT, pixels.length);
        int[] counts = new int[256];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            counts[pixels[i] & 255]++;
        }
        assertEquals(json(kept).at("/classification/classes/tree_canopy/pixels").asInt(), counts[4]);
        assertEquals(
                WIDTH,
                ImageIO.read(new ByteArrayInputStream(file("picture.jpg").body()))
                        .getWidth());
    }

    @Test
    void filesToKeepComeWithAName() throws Exception {
        HttpResponse<byte[]> response = file("objects.gpkg");

        assertEquals(
                "attachment; filename=\"objects.gpkg\"",
                response.headers().firstValue("Content-Disposition").orElse(""));
        assertTrue(new String(response.body(), 0, 15, StandardCharsets.US_ASCII).startsWith("SQLite format 3"));
    }

    @Test
    void zonesAreCountedOnAKeptTile() throws Exception {
        String world = """
                {"type": "Feature", "properties": {"name": "World"}, "geometry": {"type": "Polygon", "coordinates":
                 [[[-180, -89], [180, -89], [180, 89], [-180, 89], [-180, -89]]]}}
                """;

        HttpResponse<String> answer = send("POST", path + "/zones", BodyPublishers.ofString(world));

        new Interface(get("/openapi.json").body()).assertDescribes("post", ResultRoutes.ZONES, answer);
        assertEquals("World", json(answer).at("/zones/0/name").asText());
        assertEquals(
                json(kept).at("/classification/classes/water/areaM2").asDouble(),
                json(answer).at("/zones/0/classes/water/areaM2").asDouble(),
                1e-3);
        Problems.assertProblem(415, send("POST", path + "/zones", BodyPublishers.ofString("no zones")));
    }

    @Test
    void filesAreMadeByTheVersionThatMadeTheResult() throws Exception {
        test.add(2);
        test.registry().promote(TestVersions.id(2), TestVersions.TESTER);
        versions.follow();

        JsonNode objects = new ObjectMapper().readTree(file("objects.geojson").body());

        assertEquals("1", objects.at("/metadata/MODEL_VERSION").asText());
    }

    @Test
    void aTileThatIsRefusedLeavesNoResult() throws Exception {
        String refused = newPath();

        Problems.assertProblem(415, send("PUT", refused, BodyPublishers.ofString("no picture")));

        Problems.assertProblem(404, get(refused));
    }

    @Test
    void aResultIsGoneOnceItIsDeleted() throws Exception {
        String deleted = newPath();
        send("PUT", deleted, BodyPublishers.ofFile(SCENE));

        Problems.assertProblem(409, send("PUT", deleted, BodyPublishers.ofFile(SCENE)));
        assertEquals(204, send("DELETE", deleted, BodyPublishers.noBody()).statusCode());

        Problems.assertProblem(404, get(deleted));
        Problems.assertProblem(404, get(deleted + "/classes.tif"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/results/1, 400",
        "GET, /v1/results/..%2f..%2fetc, 400",
        "GET, /v1/results/7D4A0C1E-93A5-4B7E-9D1F-2F6A6F0C8B11, 400",
        "PUT, /v1/results/7d4a0c1e-93a5-4b7e-9d1f-2f6a6f0c8b11?colour=red, 400",
        "POST, /v1/results/7d4a0c1e-93a5-4b7e-9d1f-2f6a6f0c8b11/zones, 404",
        "DELETE, /v1/results/7d4a0c1e-93a5-4b7e-9d1f-2f6a6f0c8b11, 404"
    })
    void whatMakesNoSenseIsAProblem(String method, String path, int status) throws Exception {
        Problems.assertProblem(status, send(method, path, BodyPublishers.noBody()));
    }

    @ParameterizedTest
    @CsvSource({"result.json", "tile", "..%2fresult.json"})
    void onlyTheFilesThatAreLinkedCanBeHad(String name) throws Exception {
        int status = get(path + "/" + name).statusCode();

        assertTrue(status == 404 || status == 400, name + ": " + status);
    }

    @Test
    void whileATileIsInWorkItsProgressIsTold() throws Exception {
        HttpClient client = CheckedClient.ofFakeTiles();
        FakeTiles tiles = new FakeTiles();
        try (TreehouseServer waiting =
                TreehouseServer.start(ServerOptions.defaults().onPort(0), tiles)) {
            URI uri = URI.create("http://127.0.0.1:" + waiting.port() + newPath());
            CompletableFuture<HttpResponse<String>> put = client.sendAsync(
                    HttpRequest.newBuilder(uri)
                            .PUT(BodyPublishers.ofString("wait"))
                            .build(),
                    BodyHandlers.ofString());
            tiles.waiting.await();

            JsonNode now = json(client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()));
            assertEquals("working", now.get("state").asText());
            assertEquals(3, now.get("windowsDone").asInt());
            assertTrue(now.get("links").isEmpty());

            tiles.release.countDown();
            assertEquals(201, put.join().statusCode());
            Path image = tiles.lastImage;
            assertTrue(Files.exists(image));
            waiting.close();
            assertFalse(Files.exists(image), "a server that stops leaves nothing behind");
        }
    }
}
