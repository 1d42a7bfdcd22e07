package io.treehouse.server.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.datasets.raster.RgbGeoTiff;
import io.treehouse.model.registry.ModelId;
import io.treehouse.server.jobs.JobSettings;
import io.treehouse.server.jobs.Jobs;
import io.treehouse.server.models.CountedWindows;
import io.treehouse.server.models.ServedVersions;
import io.treehouse.server.models.TestVersions;
import io.treehouse.server.store.Store;
import io.treehouse.server.store.StoreSettings;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scenes that are handed in as jobs, over HTTP, with a real database and a tiny model. */
@Timeout(300)
class JobRoutesTest {
    private static final HttpClient CLIENT = new CheckedClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final CountedWindows windows = new CountedWindows();
    private TestVersions test;
    private ServedVersions versions;
    private Store store;
    private Jobs jobs;
    private TreehouseServer server;

    @BeforeEach
    void open() {
        test = new TestVersions(folder);
        versions = ServedVersions.open(test.registry(), windows.opener(TestVersions.opener()), 1);
        start(3, 1L << 30);
    }

    private void start(int mostQueued, long quotaBytes) {
        store = new Store(StoreSettings.embedded(folder.resolve("home")));
        jobs = new Jobs(
                store,
                new JobSettings(
                        folder.resolve("home/jobs"), quotaBytes, mostQueued, Duration.ofDays(7), Optional.of(folder)),
                versions);
        server = TreehouseServer.start(
                new ServerOptions("127.0.0.1", 0, 1 << 20, 1 << 20, 4, 8, Duration.ofSeconds(20)),
                Services.of(new ClassifierService(versions)).with(jobs));
    }

    private void stop() {
        server.close();
        jobs.close();
        store.close();
    }

    @AfterEach
    void close() {
        windows.letGo();
        stop();
        versions.close();
    }

    private HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, body);
        return CLIENT.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send("GET", path, BodyPublishers.noBody());
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body());
    }

    /** A scene of 0.5 m in the Swiss grid. */
    private Path scene(String name, int side) {
        return scene(name, side, 0.5);
    }

    private Path scene(String name, int side, double gsdMetres) {
        Path file = folder.resolve(name);
        RgbGeoTiff.write(file, side, side, gsdMetres, (row, rgb) -> new Random(row / 20).nextBytes(rgb));
        return file;
    }

    private JsonNode submitted(Path scene, String query, String... headers) throws Exception {
        HttpResponse<String> answer = send("POST", "/v1/jobs" + query, BodyPublishers.ofFile(scene), headers);
        assertEquals(202, answer.statusCode(), answer.body());
        JsonNode job = json(answer);
        assertEquals(
                "/v1/jobs/" + job.get("id").asText(),
                answer.headers().firstValue("Location").orElseThrow());
        return job;
    }

    /** Follows the events of a job to their end. */
    private JsonNode ended(JsonNode job) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port()
                        + job.at("/links/events").asText()))
                .header("Accept", "text/event-stream")
                .build();
        JsonNode last = null;
        try (Stream<String> lines = CLIENT.send(request, BodyHandlers.ofLines()).body()) {
            for (String line : lines.filter(text -> text.startsWith("data: ")).toList()) {
                last = JSON.readTree(line.substring("data: ".length()));
            }
        }
        return last;
    }

    @Test
    void aSceneIsHandedInFollowedAndItsResultsAreTaken() throws Exception {
        Path scene = scene("scene.tif", 600);
        JsonNode job = submitted(scene, "?objects=gpkg,geojson,fgb&id=block%207");
        assertTrue(job.get("windowsTotal").asInt() > 0);
        assertTrue(job.get("bytesAtMost").asLong() > 0);

        JsonNode done = ended(job);

        assertEquals("done", done.get("state").asText(), done.toString());
        assertEquals(100, done.get("percent").asInt());
        assertEquals("test-model@1", done.get("model").asText());
        JsonNode links = done.get("links");
        JsonNode answer = json(get(links.get("answer.json").asText()));
        assertEquals("block 7", answer.get("id").asText());
        assertEquals(600 * 600, answer.at("/valid/pixels").asInt());
        HttpResponse<byte[]> map = CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port()
                                + links.get("classes.tif").asText()))
                        .build(),
                BodyHandlers.ofByteArray());
        assertEquals('I', map.body()[0]);
        assertIsAResult(done);
        assertEquals(done, json(get("/v1/jobs")).at("/jobs/0"));
        assertIsOnMaps(links);

        assertEquals(
                204,
                send("DELETE", links.get("self").asText(), BodyPublishers.noBody())
                        .statusCode());
        Problems.assertProblem(404, get(links.get("self").asText()));
        try (Stream<Path> left = Files.list(folder.resolve("home/jobs"))) {
            assertEquals(List.of(), left.toList());
        }
    }

    private void assertIsAResult(JsonNode job) throws Exception {
        String path = job.get("result").asText();
        assertEquals("/v1/results/" + job.get("id").asText(), path);
        JsonNode result = json(get(path));
        assertEquals("done", result.get("state").asText());
        assertEquals(600 * 600, result.at("/classification/valid/pixels").asInt());
        for (String name : List.of(
                "answer.json",
                "figures.csv",
                "classes.tif",
                "objects.gpkg",
                "objects.geojson",
                "objects.fgb",
                "tiles",
                "tilejson",
                "stac")) {
            String link = result.get("links").get(name).asText();
            assertEquals(link, job.at("/links/" + name).asText(), name);
            assertEquals(200, get(link.replace("{z}/{x}/{y}", "0/0/0")).statusCode(), link);
        }
        Problems.assertProblem(422, send("POST", path + "/zones", BodyPublishers.ofString("{}")));
        Problems.assertProblem(404, get(path + "/input"));
    }

    /** The scene lies at 679000, 5200000 in UTM 32, which is 11.3514° E, 46.9294° N, and is 300 m long. */
    private void assertIsOnMaps(JsonNode links) throws Exception {
        JsonNode tiles = json(get(links.get("tilejson").asText()));
        assertEquals(11.3514, tiles.at("/bounds/0").asDouble(), 0.01);
        assertEquals(46.9294, tiles.at("/bounds/3").asDouble(), 0.01);
        assertEquals(18, tiles.get("maxzoom").asInt());
        // Zoom 12: a tile is 360° / 4096 wide, so it begins in column 2177.15, and by the formula of Web Mercator in
        // row 1441.85.
        HttpResponse<byte[]> tile = CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port()
                                + links.get("tiles").asText().replace("{z}/{x}/{y}", "12/2177/1441")))
                        .build(),
                BodyHandlers.ofByteArray());
        assertEquals("image/png", tile.headers().firstValue("Content-Type").orElseThrow());
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(tile.body()));
        assertTrue(IntStream.range(0, 256 * 256).anyMatch(i -> image.getRGB(i % 256, i / 256) >>> 24 == 255));
        for (String none : List.of("12/4096/0.png", "25/0/0.png", "a/0/0.png", "1/0/0.jpg", "-1/0/0.png")) {
            Problems.assertProblem(404, get(links.get("tiles").asText().replace("{z}/{x}/{y}.png", none)));
        }
        JsonNode stac = json(get(links.get("stac").asText()));
        assertEquals(5, stac.at("/assets/classes.tif/classification:classes").size());
        assertEquals(List.of(), StacSchema.faults(stac), stac.toString());
        assertEquals("EPSG:32632", stac.at("/properties/proj:code").asText());
    }

    @Test
    void whatASceneIsForIsTheSameAsATilesAnswer() throws Exception {
        Path scene = scene("scene.tif", 300);
        JsonNode ofTile = json(send("POST", "/v1/tiles", BodyPublishers.ofFile(scene)));
        JsonNode ofJob = json(
                get(ended(submitted(scene, "")).at("/links").get("answer.json").asText()));

        assertEquals(ofTile.get("classes"), ofJob.get("classes"));
    }

    @Test
    void aSceneBelowTheFolderOfScenesIsNamedByItsPathAndNoOtherFile() throws Exception {
        scene("scene.tif", 200);
        Path elsewhere = Files.createTempFile("treehouse", ".tif");
        Files.createSymbolicLink(folder.resolve("link.tif"), elsewhere);
        try {
            HttpResponse<String> byPath = send("POST", "/v1/jobs?path=scene.tif", BodyPublishers.noBody());
            assertEquals(202, byPath.statusCode(), byPath.body());
            assertEquals("done", ended(json(byPath)).get("state").asText());
            assertTrue(Files.exists(folder.resolve("scene.tif")), "it is not the server's to delete");

            for (String path : List.of("../x.tif", "link.tif", "/etc/passwd", "nothing.tif", "%00", "http://a/b.tif")) {
                Problems.assertProblem(404, send("POST", "/v1/jobs?path=" + path, BodyPublishers.noBody()));
            }
            Problems.assertProblem(400, send("POST", "/v1/jobs?path=scene.tif", BodyPublishers.ofString("x")));
        } finally {
            Files.delete(elsewhere);
        }
    }

    @Test
    void anAreaOfInterestLimitsTheWork() throws Exception {
        // The left half of the scene, which begins at 679000, 5200000 in UTM and is 200 m long.
        String area = """
                {"type": "FeatureCollection",
                 "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32632"}},
                 "features": [{"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates":
                  [[[679000, 5199800], [679100, 5199800], [679100, 5200000], [679000, 5200000], [679000, 5199800]]]}}]}
                """;

        HttpResponse<String> sent = send(
                "POST",
                "/v1/jobs",
                form(Files.readAllBytes(scene("scene.tif", 400)), area),
                "Content-Type",
                "multipart/form-data; boundary=b");

        assertEquals(202, sent.statusCode(), sent.body());
        JsonNode answer = json(get(ended(json(sent)).at("/links/answer.json").asText()));
        assertEquals(200 * 400, answer.at("/valid/pixels").asInt());
        assertEquals(200 * 400, answer.at("/nodata/pixels").asInt());

        HttpResponse<String> elsewhere = send(
                "POST",
                "/v1/jobs",
                form(Files.readAllBytes(folder.resolve("scene.tif")), area.replace("679", "699")),
                "Content-Type",
                "multipart/form-data; boundary=b");
        Problems.assertProblem(400, elsewhere);
    }

    @Test
    void objectsOfAPictureWithoutAPlaceAreRefusedAtOnce() throws Exception {
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        Path picture = folder.resolve("picture.png");
        ImageIO.write(image, "png", picture.toFile());

        Problems.assertProblem(406, send("POST", "/v1/jobs?objects=gpkg&gsd=0.5", BodyPublishers.ofFile(picture)));
        assertEquals("done", ended(submitted(picture, "?gsd=0.5")).get("state").asText());
    }

    @Test
    void aPictureWithoutAPlaceIsOnNoMap() throws Exception {
        Path picture = folder.resolve("picture.png");
        ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());

        JsonNode done = ended(submitted(picture, "?gsd=0.5&objects=none"));

        String result = done.get("result").asText();
        JsonNode links = done.get("links");
        assertTrue(links.has("classes.tif"), links.toString());
        for (String name : List.of("tiles", "tilejson", "stac")) {
            assertFalse(links.has(name), name);
            assertFalse(json(get(result)).get("links").has(name), name);
        }
        for (String path : List.of("/tiles/0/0/0.png", "/tilejson.json", "/stac.json")) {
            Problems.assertProblem(406, get(result + path));
        }
    }

    @Test
    void zonesThatComeLaterAreCountedLikeThoseThatCameWithTheScene() throws Exception {
        // The scene begins at 679000, 5200000 in UTM and is 200 m long; the zone's borders cut pixels.
        String zone = """
                {"type": "FeatureCollection",
                 "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32632"}},
                 "features": [{"type": "Feature", "properties": {"name": "Mill"}, "geometry": {"type": "Polygon",
                  "coordinates": [[[679020.3, 5199820], [679120, 5199830.7], [679060, 5199990], [679020.3, 5199820]]]}}]}
                """;
        BodyPublisher scene = form(Files.readAllBytes(scene("scene.tif", 400)), "zones", zone);
        JsonNode job = json(send("POST", "/v1/jobs", scene, "Content-Type", "multipart/form-data; boundary=b"));
        String path = ended(job).get("result").asText();
        JsonNode result = json(get(path));

        HttpResponse<String> later = send("POST", path + "/zones", BodyPublishers.ofString(zone));

        assertEquals(200, later.statusCode(), later.body());
        new Interface(get("/openapi.json").body()).assertDescribes("post", ResultRoutes.ZONES, later);
        new Interface(get("/openapi.json").body()).assertDescribes("get", ResultRoutes.RESULT, get(path));
        assertEquals(64, json(later).get("zonesSha256").asText().length());
        assertEquals(result.at("/classification/zonesSha256"), json(later).get("zonesSha256"));
        JsonNode first = result.at("/classification/zones/0");
        JsonNode again = json(later).at("/zones/0");
        assertEquals("Mill", again.get("name").asText());
        for (String label : List.of("other", "built_up", "building", "water", "tree_canopy")) {
            for (String figure : List.of("pixels", "areaM2", "fraction")) {
                assertEquals(
                        first.at("/classes/" + label + "/" + figure), again.at("/classes/" + label + "/" + figure));
            }
            // A confidence is kept as one of 255 steps.
            String confidence = "/classes/" + label + "/meanConfidence";
            assertEquals(first.at(confidence).asDouble(), again.at(confidence).asDouble(), 0.5 / 255);
        }
        Problems.assertProblem(422, send("POST", path + "/zones", BodyPublishers.ofString("{}")));
        assertFalse(send("GET", result.at("/links/picture.jpg").asText(), BodyPublishers.noBody())
                .body()
                .isEmpty());
    }

    private static BodyPublisher form(byte[] tile, String area) {
        return form(tile, "aoi", area);
    }

    private static BodyPublisher form(byte[] tile, String field, String polygons) {
        String part = "--b\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"f\"\r\n\r\n";
        return BodyPublishers.concat(
                BodyPublishers.ofString(part.formatted("tile")),
                BodyPublishers.ofByteArray(tile),
                BodyPublishers.ofString("\r\n" + part.formatted(field) + polygons + "\r\n--b--\r\n"));
    }

    @Test
    void theSameKeyMakesNoOtherJob() throws Exception {
        Path scene = scene("scene.tif", 100);
        JsonNode first = submitted(scene, "", "Idempotency-Key", "k1");

        assertEquals(
                first.get("id"), submitted(scene, "", "Idempotency-Key", "k1").get("id"));
        Problems.assertProblem(
                409, send("POST", "/v1/jobs?gsd=1", BodyPublishers.ofFile(scene), "Idempotency-Key", "k1"));
        assertEquals(1, json(get("/v1/jobs")).get("jobs").size());
    }

    @ParameterizedTest
    @CsvSource({
        "?gsd=-1, 400",
        "?objects=shp, 400",
        "?objects=pixels, 400",
        "?layer=classes, 400",
        "?probabilities=yes, 400",
        "?date=yesterday, 400",
        "?model=none@1, 404",
        "?nothing=1, 400"
    })
    void whatMakesNoSenseIsRefusedAtOnceAndNothingIsKept(String query, int status) throws Exception {
        Problems.assertProblem(status, send("POST", "/v1/jobs" + query, BodyPublishers.ofFile(scene("s.tif", 50))));

        assertNothingIsKept();
    }

    @Test
    void whatIsNoImageIsRefusedAtOnceAndNothingIsKept() throws Exception {
        HttpResponse<String> answer = send("POST", "/v1/jobs", BodyPublishers.ofString("no image at all"));

        Problems.assertProblem(415, answer);
        assertFalse(answer.body().contains(folder.toString()), answer.body());
        Problems.assertProblem(422, send("POST", "/v1/jobs", BodyPublishers.noBody()));
        assertNothingIsKept();
    }

    private void assertNothingIsKept() throws Exception {
        assertEquals(0, json(get("/v1/jobs")).get("jobs").size());
        try (Stream<Path> left = Files.walk(Files.createDirectories(folder.resolve("home/jobs")))) {
            assertEquals(List.of(folder.resolve("home/jobs")), left.toList());
        }
    }

    @Test
    void theQueueAndTheDiskHaveLimits() throws Exception {
        stop();
        start(1, 1000);
        Problems.assertProblem(413, send("POST", "/v1/jobs", BodyPublishers.ofFile(scene("s.tif", 50))));
        assertNothingIsKept();
    }

    @Test
    void aJobThatWaitsOrRunsIsTakenBack() throws Exception {
        JsonNode first = submitted(scene("large.tif", 3000), "");
        JsonNode second = submitted(scene("small.tif", 100), "");

        send("DELETE", second.at("/links/self").asText(), BodyPublishers.noBody());
        send("DELETE", first.at("/links/self").asText(), BodyPublishers.noBody());

        assertEquals("cancelled", ended(first).get("state").asText());
        assertEquals("cancelled", ended(second).get("state").asText());
        assertFalse(Files.exists(folder.resolve("home/jobs/" + first.get("id").asText())));
    }

    @Test
    void aJobGoesOnWhenTheServerIsStartedAgain() throws Exception {
        Path scene = scene("large.tif", 3000);
        JsonNode whole = ended(submitted(scene, ""));
        byte[] map = Files.readAllBytes(jobs.folder(whole.get("id").asText()).classMap());
        windows.forget();
        JsonNode job = submitted(scene, "");
        windows.await(2);

        stop();
        start(3, 1L << 30);
        JsonNode done = ended(job);

        assertEquals("done", done.get("state").asText(), done.toString());
        assertArrayEquals(
                map, Files.readAllBytes(jobs.folder(job.get("id").asText()).classMap()));
    }

    @Test
    void aSceneGoesOnWhileTheDatabaseIsAwayAndItsEndIsNotedAfterwards() throws Exception {
        JsonNode job = submitted(scene("large.tif", 3000), "");
        windows.await(1);
        Path answer = jobs.folder(job.get("id").asText()).answer();

        store.close();
        Problems.assertProblem(503, get("/v1/jobs"));
        awaitFile(answer);

        stop();
        start(3, 1L << 30);
        assertEquals("done", ended(job).get("state").asText());
    }

    private static void awaitFile(Path file) throws Exception {
        try (WatchService changes = file.getFileSystem().newWatchService()) {
            file.getParent().register(changes, StandardWatchEventKinds.ENTRY_CREATE);
            while (!Files.exists(file)) {
                changes.take().reset();
            }
        }
    }

    @Test
    void theModelOfAJobIsTheOneThatItBeganWith() throws Exception {
        test.add(2);
        JsonNode done = ended(submitted(scene("scene.tif", 100), "?model=test-model@2"));

        assertEquals("test-model@2", done.get("model").asText());
    }

    @Test
    void aJobThatWaitedIsClassifiedByTheVersionThatServesWhenItBeginsAndItsWindowsAreCountedAnew() throws Exception {
        ModelId finer = test.addWithFineLook(2);
        windows.hold();
        JsonNode before = submitted(scene("before.tif", 100), "");
        windows.await(1);
        JsonNode job = submitted(scene("fine.tif", 2000, 0.25), "");
        test.registry().promote(finer, TestVersions.TESTER);
        versions.follow();

        JsonNode waiting = json(get(job.at("/links/self").asText()));
        assertEquals("queued", waiting.get("state").asText());
        assertFalse(waiting.hasNonNull("model"), waiting.toString());
        // 500 m are 1000 pixels of the model's grid: two windows of 768 that overlap by 128 along each axis.
        assertEquals(2 * 2, waiting.get("windowsTotal").asInt());
        windows.letGo();

        assertEquals("test-model@1", ended(before).get("model").asText());
        JsonNode done = ended(job);
        assertEquals("done", done.get("state").asText(), done.toString());
        assertEquals("test-model@2", done.get("model").asText());
        // And 1667 pixels of the grid of 0.3 m: three windows.
        assertEquals(2 * 2 + 3 * 3, done.get("windowsTotal").asInt());
        assertEquals(2 * 2 + 3 * 3, done.get("windowsDone").asInt());
        JsonNode result = json(get(done.get("result").asText()));
        assertEquals(2 * 2 + 3 * 3, result.get("windowsTotal").asInt());
        assertEquals("2", result.at("/classification/model/version").asText());
        assertEquals(2, result.at("/classification/modelGrids").size());
    }
}
