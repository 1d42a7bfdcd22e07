package io.treehouse.server.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.catalog.CatalogReader;
import io.treehouse.datasets.raster.ClassMapReader;
import io.treehouse.datasets.sample.InspectedTile;
import io.treehouse.datasets.sample.LabelledTiles;
import io.treehouse.server.feedback.FeedbackShelf;
import io.treehouse.server.models.ServedVersions;
import io.treehouse.server.models.TestVersions;
import io.treehouse.server.store.Store;
import io.treehouse.server.store.TestDatabase;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What people say about answers, over HTTP, until it is a label. Bits of classes: 4 building, 8 water, 16 trees. */
@Timeout(300)
@ParameterizedClass
@EnumSource(TestDatabase.class)
class FeedbackRoutesTest {
    private static final HttpClient CLIENT = new CheckedClient();
    private static final int SIDE = 96;
    private static final Path SCENE =
            Path.of(System.getProperty("treehouse.home"), "datasets", "scenes", "virginia_naip_1m_rgbn.tif");

    private static final String SQUARE = """
            {"geometry": {"type": "Polygon", "coordinates": [[[2, 1], [4, 1], [4, 4], [2, 4], [2, 1]]]}, %s}
            """;

    @Parameter
    TestDatabase database;

    @TempDir
    static Path folder;

    private static Store store;
    private static ServedVersions versions;
    private static TreehouseServer server;

    @BeforeParameterizedClassInvocation
    static void start(TestDatabase database) {
        TestVersions test = new TestVersions(folder);
        versions = ServedVersions.open(test.registry(), TestVersions.opener(), 1);
        store = new Store(database.settings(folder));
        server = TreehouseServer.start(
                new ServerOptions("127.0.0.1", 0, 4 << 20, 1 << 20, 4, 8, Duration.ofMinutes(1)),
                Services.of(new ClassifierService(versions))
                        .with(new ModelService(test.registry(), versions))
                        .with(new FeedbackShelf(store, folder)));
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        server.close();
        versions.close();
        store.close();
    }

    @AfterEach
    void forget() throws Exception {
        for (JsonNode entry : json(get("/v1/feedback")).get("feedback")) {
            assertEquals(204, delete(entry).statusCode());
        }
        try (Stream<Path> left = Files.walk(Files.createDirectories(folder.resolve("feedback")))) {
            assertEquals(0, left.filter(Files::isRegularFile).count(), "what nothing is about is not kept");
        }
    }

    private static HttpResponse<String> delete(JsonNode entry) throws Exception {
        URI uri = uri("/v1/feedback/" + entry.get("id").asText());
        return CLIENT.send(HttpRequest.newBuilder(uri).DELETE().build(), BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return new ObjectMapper().readTree(response.body());
    }

    private static byte[] tile() throws IOException {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(5);
        for (int i = 0; i < SIDE * SIDE; i++) {
            image.setRGB(i % SIDE, i / SIDE, random.nextInt(1 << 24));
        }
        return png(image);
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    private static HttpResponse<String> feedback(String query, String document, byte[] tile) throws Exception {
        return form(
                "/v1/feedback" + query, Map.of("feedback", document.getBytes(StandardCharsets.UTF_8), "tile", tile));
    }

    private static HttpResponse<String> form(String path, Map<String, byte[]> files) throws Exception {
        return CLIENT.send(FormBody.post(uri(path), files), BodyHandlers.ofString());
    }

    private static JsonNode kept(HttpResponse<String> response) throws IOException {
        assertEquals(201, response.statusCode(), response.body());
        JsonNode entry = json(response);
        assertEquals(
                "/v1/feedback/" + entry.get("id").asText(),
                response.headers().firstValue("Location").orElseThrow());
        return entry;
    }

    /** The labels that the server makes of all feedback, by the names of the tiles. */
    private static Map<String, InspectedTile> labels() throws Exception {
        HttpResponse<byte[]> zip =
                CLIENT.send(HttpRequest.newBuilder(uri("/v1/feedback/labels")).build(), BodyHandlers.ofByteArray());
        assertEquals(200, zip.statusCode());
        Path target = Files.createTempDirectory(folder, "labels");
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.body()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = target.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(in, file);
            }
        }
        Path data = target.resolve("feedback");
        Catalog catalog = CatalogReader.read(data.resolve("dataset.json"), data);
        LabelledTiles tiles = new LabelledTiles(catalog);
        Map<String, InspectedTile> labels = new LinkedHashMap<>();
        tiles.names().forEach(name -> labels.put(name, tiles.inspect(name)));
        return labels;
    }

    @Test
    void aPlaceInPixelsBecomesTheLabelThatItIsSaidToBe() throws Exception {
        JsonNode entry =
                kept(feedback("?gsd=0.5", SQUARE.formatted("\"right\": [\"water\"], \"comment\": \"a pond\""), tile()));
        assertEquals("place", entry.get("kind").asText());
        assertEquals("pixels", entry.get("crs").asText());
        assertEquals(6, entry.get("pixels").asInt());

        InspectedTile labelled = labels().get(entry.get("tile").asText());

        byte[] expected = new byte[SIDE * SIDE];
        for (int row = 1; row < 4; row++) {
            expected[row * SIDE + 2] = 8;
            expected[row * SIDE + 3] = 8;
        }
        assertLabels(expected, labelled);
        assertEquals(0.5, labelled.tile().gsdMetres());
        assertEquals(Map.of(), labelled.unknownLabels());
    }

    private static void assertLabels(byte[] expected, InspectedTile labelled) {
        assertArrayEquals(expected, labelled.tile().classSets());
    }

    @Test
    void whoOnlyKnowsWhatIsWrongLabelsAllOtherClasses() throws Exception {
        JsonNode entry = kept(feedback("?gsd=0.5", SQUARE.formatted("\"wrong\": \"building\""), tile()));

        assertEquals(
                "[\"other\",\"built_up\",\"water\",\"tree_canopy\"]",
                entry.get("classes").toString());
        byte bits = labels().get(entry.get("tile").asText()).tile().classSets()[SIDE + 2];
        assertEquals(1 + 2 + 8 + 16, bits);
    }

    @Test
    void aTileIsSentOnceAndWhatIsSaidLaterWins() throws Exception {
        String tile = kept(feedback("?gsd=0.5", SQUARE.formatted("\"wrong\": \"building\""), tile()))
                .get("tile")
                .asText();
        String later = SQUARE.formatted("\"right\": [\"tree_canopy\"], \"tile\": \"" + tile + "\"");
        HttpRequest request = HttpRequest.newBuilder(uri("/v1/feedback"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(later))
                .build();

        kept(CLIENT.send(request, BodyHandlers.ofString()));

        assertEquals(16, labels().get(tile).tile().classSets()[SIDE + 2]);
        JsonNode page = json(get("/v1/feedback?limit=1&tile=" + tile));
        assertEquals("tree_canopy", page.at("/feedback/0/classes/0").asText());
        JsonNode next =
                json(get("/v1/feedback?limit=1&before=" + page.get("next").asLong()));
        assertEquals("building", next.at("/feedback/0/wrong").asText());
        assertTrue(next.get("next").isNull());
        assertEquals(1, json(get("/v1/feedback?wrong=building")).get("feedback").size());
    }

    @Test
    void anObjectIsFoundAgainByItsIdInTheAnswer() throws Exception {
        HttpRequest classify = HttpRequest.newBuilder(uri("/v1/tiles?gsd=1&objects=pixels"))
                .POST(BodyPublishers.ofByteArray(tile()))
                .build();
        JsonNode objects = json(CLIENT.send(classify, BodyHandlers.ofString())).get("objectList");
        assertFalse(objects.isEmpty(), "the model finds something in noise");
        String id = objects.get(0).get("id").asText();

        JsonNode entry = kept(feedback("?gsd=1", "{\"object\": \"%s\", \"right\": [\"other\"]}".formatted(id), tile()));

        assertEquals("object", entry.get("kind").asText());
        assertEquals("test-model@1", entry.get("model").asText());
        assertEquals(objects.get(0).get("geometry"), entry.get("geometry"));
        Problems.assertProblem(404, feedback("?gsd=1", "{\"object\": \"building_1000_1000\"}", tile()));
    }

    @Test
    void aPointInLongitudeAndLatitudeReachesAFewMetresAround() throws Exception {
        // The middle of the scene, which has pixels of 1 m: a disc of radius 2 has 13 of them.
        JsonNode answer = json(feedback(
                "",
                "{\"geometry\": {\"type\": \"Point\", \"coordinates\": [300, 250]}, \"crs\": \"pixels\", \"right\": [\"water\"]}",
                Files.readAllBytes(SCENE)));

        assertEquals(13, answer.get("pixels").asInt(), answer.toString());
        Problems.assertProblem(
                422,
                feedback(
                        "",
                        "{\"geometry\": {\"type\": \"Point\", \"coordinates\": [15, 45]}, \"right\": [\"water\"]}",
                        Files.readAllBytes(SCENE)));
    }

    @Test
    void aCorrectedClassMapTeachesWhatWasChanged() throws Exception {
        byte[] codes = classMap("?gsd=0.5", tile());
        byte[] expected = new byte[codes.length];
        for (int i = 10 * SIDE; i < 12 * SIDE; i++) {
            expected[i] = (byte) (codes[i] == 2 ? 0 : 4);
            codes[i] = 2;
        }
        codes[0] = (byte) 255;

        JsonNode entry = kept(
                form("/v1/corrections?gsd=0.5&model=test-model@1", Map.of("tile", tile(), "classes", grey(codes))));

        assertEquals("correction", entry.get("kind").asText());
        assertLabels(expected, labels().get(entry.get("tile").asText()));
    }

    @Test
    void aClassMapThatWasLookedAtAsAWholeTeachesAllOfIt() throws Exception {
        byte[] scene = Files.readAllBytes(SCENE);
        byte[] map = classMapFile("", scene);

        JsonNode entry = kept(form("/v1/corrections?checked=all", Map.of("tile", scene, "classes", map)));

        byte[] codes = codes(map);
        byte[] expected = new byte[codes.length];
        for (int i = 0; i < codes.length; i++) {
            expected[i] = (byte) (codes[i] == -1 ? 0 : 1 << codes[i]);
        }
        assertLabels(expected, labels().get(entry.get("tile").asText()));
        HttpResponse<String> unchanged = form("/v1/corrections", Map.of("tile", scene, "classes", map));
        Problems.assertProblem(422, unchanged);
        assertTrue(unchanged.body().contains("does not differ"), unchanged.body());
    }

    private static byte[] classMap(String query, byte[] tile) throws Exception {
        return codes(classMapFile(query, tile));
    }

    private static byte[] codes(byte[] map) throws IOException {
        Path file = Files.createTempFile(folder, "classes", ".tif");
        Files.write(file, map);
        return ClassMapReader.read(file).classes();
    }

    private static byte[] classMapFile(String query, byte[] tile) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/v1/tiles" + query))
                .header("Accept", "image/tiff")
                .POST(BodyPublishers.ofByteArray(tile))
                .build();
        return CLIENT.send(request, BodyHandlers.ofByteArray()).body();
    }

    private static byte[] grey(byte[] codes) throws IOException {
        BufferedImage image = new BufferedImage(SIDE, codes.length / SIDE, BufferedImage.TYPE_BYTE_GRAY);
        System.arraycopy(codes, 0, ((DataBufferByte) image.getRaster().getDataBuffer()).getData(), 0, codes.length);
        return png(image);
    }

    @Test
    void whatMakesNoSenseIsAProblemAndNothingIsKept() throws Exception {
        String right = SQUARE.formatted("\"right\": [\"water\"]");
        Problems.assertProblem(400, feedback("", right, tile()));
        Problems.assertProblem(400, feedback("?gsd=0.5&by=me", right, tile()));
        Problems.assertProblem(422, feedback("?gsd=0.5", "{\"right\": [\"water\"]}", tile()));
        Problems.assertProblem(422, feedback("?gsd=0.5", SQUARE.formatted("\"comment\": \"?\""), tile()));
        Problems.assertProblem(422, feedback("?gsd=0.5", SQUARE.formatted("\"right\": [\"lava\"]"), tile()));
        Problems.assertProblem(
                422, feedback("?gsd=0.5", SQUARE.formatted("\"right\": [\"water\"], \"crs\": \"EPSG:4326\""), tile()));
        Problems.assertProblem(
                422, feedback("?gsd=0.5", SQUARE.formatted("\"right\": [\"water\"], \"wrong\": \"water\""), tile()));
        Problems.assertProblem(415, feedback("?gsd=0.5", right, "no image".getBytes(StandardCharsets.UTF_8)));
        Problems.assertProblem(
                422, form("/v1/feedback?gsd=0.5", Map.of("feedback", right.getBytes(StandardCharsets.UTF_8))));
        Problems.assertProblem(
                404,
                form(
                        "/v1/feedback",
                        Map.of(
                                "feedback",
                                SQUARE.formatted("\"right\": [\"water\"], \"tile\": \"" + "a".repeat(64) + "\"")
                                        .getBytes(StandardCharsets.UTF_8))));
        String rings = "[[[1,1],[2,1],[2,2],[1,1]]],".repeat(30_000) + "[[[1,1],[2,1],[2,2],[1,1]]]";
        Problems.assertProblem(
                413,
                feedback(
                        "?gsd=0.5",
                        "{\"geometry\": {\"type\": \"MultiPolygon\", \"coordinates\": [%s]}, \"wrong\": \"water\"}"
                                .formatted(rings),
                        tile()));
        HttpResponse<String> otherSize =
                form("/v1/corrections?gsd=0.5", Map.of("tile", tile(), "classes", grey(new byte[SIDE * 3])));
        Problems.assertProblem(422, otherSize);
        assertFalse(otherSize.body().contains(System.getProperty("java.io.tmpdir")), otherSize.body());
        Problems.assertProblem(
                400, form("/v1/corrections?checked=some", Map.of("tile", tile(), "classes", grey(new byte[SIDE]))));
        Problems.assertProblem(404, get("/v1/feedback/unknown"));
        Problems.assertProblem(400, get("/v1/feedback?limit=0"));
        Problems.assertProblem(404, get("/v1/feedback/labels"));
        assertTrue(json(get("/v1/feedback")).get("feedback").isEmpty());
    }

    @Test
    void theServerDescribesWhatItAnswers() throws Exception {
        Interface described = new Interface(get("/openapi.json").body());
        HttpResponse<String> added = feedback("?gsd=0.5", SQUARE.formatted("\"right\": [\"water\"]"), tile());
        String id = kept(added).get("id").asText();

        described.assertDescribes("post", "/v1/feedback", added);
        described.assertDescribes("get", "/v1/feedback", get("/v1/feedback"));
        described.assertDescribes("get", "/v1/feedback/{id}", get("/v1/feedback/" + id));
        described.assertDescribes("get", "/v1/feedback/{id}", get("/v1/feedback/other"));
        assertNotEquals(404, get("/v1/schemas/FeedbackRequest").statusCode());
    }
}
