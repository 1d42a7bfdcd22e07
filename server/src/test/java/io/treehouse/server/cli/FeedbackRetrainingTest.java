package io.treehouse.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.datasets.catalog.CatalogReader;
import io.treehouse.datasets.catalog.Split;
import io.treehouse.datasets.raster.ClassMapReader;
import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.model.bundle.BundleWriter;
import io.treehouse.model.bundle.NumberType;
import io.treehouse.model.bundle.TestModels;
import io.treehouse.model.network.SegmentationNetworks;
import io.treehouse.model.registry.Change;
import io.treehouse.model.registry.ModelId;
import io.treehouse.model.registry.ModelRegistry;
import io.treehouse.server.http.FormBody;
import io.treehouse.training.augment.Augmentations;
import io.treehouse.training.fit.CropSampler;
import io.treehouse.training.fit.CropSettings;
import io.treehouse.training.fit.TileMixture;
import io.treehouse.training.fit.TrainingData;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What people say to the real server is what its next retraining learns from: bits of classes are 4 building, 8 water. */
@Timeout(900)
class FeedbackRetrainingTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ModelId MODEL = ModelId.parse("test-model@0.1");
    private static final int SIDE = 96;
    private static final int CROP = 32;
    private static final int BATCH = 4;
    private static final int STEPS = 4;
    private static final int BUILDING = 4;
    private static final int WATER = 8;

    @TempDir
    private Path folder;

    private ServerProcess server;

    @Test
    void aRetrainingLearnsFromACorrectedMapAMarkedPlaceAndAMarkedObjectAndFromNothingElse() throws Exception {
        ModelRegistry registry = ModelRegistry.at(folder.resolve("registry"));
        registry.add(bundle(), Optional.empty(), new Change("tester", "a test"));
        registry.promote(MODEL, new Change("tester", "a test"));
        try (ServerProcess started = new ServerProcess(folder, List.of("-Xmx600m"))) {
            server = started;
            Map<String, JsonNode> said = new HashMap<>();
            for (JsonNode entry : List.of(corrected(NoisePng.of(SIDE, 1)), place(NoisePng.of(SIDE, 2)), object())) {
                said.put(entry.get("tile").asText(), entry);
            }

            JsonNode done = retrained();

            assertEquals("done", done.get("state").asText(), done.toString());
            Path run = folder.resolve("home/retrainings").resolve(done.get("id").asText());
            assertEquals(
                    "[\"feedback\"]",
                    JSON.readTree(run.resolve("report.json").toFile())
                            .get("newSets")
                            .toString());
            assertTaught(run, said);
        }
    }

    /** A network of the shipped kind with few channels and random weights, and how it is said to have been trained. */
    private Path bundle() throws IOException {
        JsonNode training = JSON.readTree("""
                {"configuration": {"decoderWidth": 8, "headWidth": 8, "cropSize": %d, "batchSize": %d,
                                   "scaleJitterShare": 0, "seed": 1, "kernels": "nd4j"}}
                """.formatted(CROP, BATCH));
        Path file = folder.resolve("model.zip");
        BundleWriter.write(
                file, TestModels.random(SegmentationNetworks.lite0(8, 8), 1).withTraining(training), NumberType.F16);
        return file;
    }

    /** Two rows of a class map are said to be buildings. */
    private JsonNode corrected(byte[] tile) throws Exception {
        HttpRequest classify = HttpRequest.newBuilder(server.path("/v1/tiles?gsd=0.5"))
                .header("Accept", "image/tiff")
                .POST(BodyPublishers.ofByteArray(tile))
                .build();
        Path map = Files.createTempFile(folder, "classes", ".tif");
        ServerProcess.CLIENT.send(classify, BodyHandlers.ofFile(map));
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        byte[] codes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(ClassMapReader.read(map).classes(), 0, codes, 0, codes.length);
        for (int pixel = 10 * SIDE; pixel < 12 * SIDE; pixel++) {
            codes[pixel] = 2;
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return kept("/v1/corrections?gsd=0.5&model=" + MODEL, Map.of("tile", tile, "classes", png.toByteArray()));
    }

    /** Six pixels are said to be water. */
    private JsonNode place(byte[] tile) throws Exception {
        return kept("/v1/feedback?gsd=0.5", Map.of("tile", tile, "feedback", ascii("""
                {"geometry": {"type": "Polygon", "coordinates": [[[2, 1], [4, 1], [4, 4], [2, 4], [2, 1]]]},
                 "right": ["water"]}
                """)));
    }

    /** An object is said not to be what it was taken for; what it is instead nobody says. */
    private JsonNode object() throws Exception {
        byte[] tile = NoisePng.of(SIDE, 3);
        HttpRequest classify = HttpRequest.newBuilder(server.path("/v1/tiles?gsd=0.5&objects=pixels"))
                .POST(BodyPublishers.ofByteArray(tile))
                .build();
        JsonNode answer = JSON.readTree(
                ServerProcess.CLIENT.send(classify, BodyHandlers.ofString()).body());
        JsonNode objects = answer.path("objectList");
        assertFalse(objects.isEmpty(), () -> "the model finds something in noise: " + answer);
        String id = StreamSupport.stream(objects.spliterator(), false)
                .min(Comparator.comparingDouble(
                        found -> found.at("/properties/areaM2").asDouble()))
                .orElseThrow()
                .get("id")
                .asText();
        return kept("/v1/feedback?gsd=0.5", Map.of("tile", tile, "feedback", ascii("{\"object\": \"" + id + "\"}")));
    }

    private JsonNode kept(String path, Map<String, byte[]> files) throws Exception {
        HttpResponse<String> response =
                ServerProcess.CLIENT.send(FormBody.post(server.path(path), files), BodyHandlers.ofString());
        assertEquals(201, response.statusCode(), response.body());
        return JSON.readTree(response.body());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Orders a retraining on the feedback alone, and waits for its end. */
    private JsonNode retrained() throws Exception {
        HttpRequest order = HttpRequest.newBuilder(server.path("/v1/retrainings"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"feedback\": true, \"replayShare\": 0, \"holdOut\": 0, \"steps\": " + STEPS + "}"))
                .build();
        HttpResponse<String> taken = ServerProcess.CLIENT.send(order, BodyHandlers.ofString());
        assertEquals(202, taken.statusCode(), taken.body());
        String path = taken.headers().firstValue("Location").orElseThrow();
        HttpRequest events = HttpRequest.newBuilder(server.path(path + "/events"))
                .header("Accept", "text/event-stream")
                .build();
        ServerProcess.CLIENT.send(events, BodyHandlers.ofLines()).body().forEach(line -> {});
        HttpRequest status = HttpRequest.newBuilder(server.path(path)).build();
        return JSON.readTree(
                ServerProcess.CLIENT.send(status, BodyHandlers.ofString()).body());
    }

    /** The crops of a run follow from its settings and its data, so they can be drawn again. */
    private static void assertTaught(Path run, Map<String, JsonNode> said) throws IOException {
        JsonNode config = JSON.readTree(run.resolve("config.json").toFile());
        assertEquals("{\"feedback\":1.0}", config.get("sets").toString());
        TrainingData data = TrainingData.read(
                List.of(CatalogReader.read(run.resolve("catalogs/feedback/dataset.json"), run)),
                Split.read(run.resolve("splits")),
                Optional.empty());
        assertEquals(said.size(), data.tiles().size());
        Set<Integer> expected = new TreeSet<>(Set.of(0));
        for (LabelledTile tile : data.tiles()) {
            JsonNode entry = said.get(tile.name());
            Set<Integer> labels = labels(tile.classSets());
            assertEquals(2, labels.size(), "one label, and 0 where nobody said anything: " + labels);
            expected.addAll(labels);
            long known = 0;
            for (byte label : tile.classSets()) {
                known += label == 0 ? 0 : 1;
            }
            assertEquals(entry.get("pixels").asLong(), known, entry.toString());
        }
        assertTrue(expected.containsAll(Set.of(BUILDING, WATER)), expected.toString());
        assertTrue(
                expected.stream().anyMatch(bits -> Integer.bitCount(bits) == 4),
                "an object that is wrong is one of the four other classes: " + expected);

        CropSampler sampler = new CropSampler(
                new TileMixture(data.tiles(), Map.of("feedback", 1.0)),
                new CropSettings(config.get("cropSize").asInt(), 0.5, 0, 0, 0, false),
                Augmentations.together(1, 0.15),
                config.get("seed").asLong());
        Set<Integer> taught = new TreeSet<>();
        for (int crop = 0; crop < STEPS * BATCH; crop++) {
            taught.addAll(labels(sampler.draw(crop).classSets()));
        }
        assertEquals(expected, taught);
        try (Stream<String> steps = Files.lines(run.resolve("training.csv")).skip(1)) {
            List<Double> losses =
                    steps.map(line -> Double.valueOf(line.split(",")[1])).toList();
            assertEquals(STEPS, losses.size());
            assertTrue(losses.stream().allMatch(loss -> loss > 0), "a step without a label has no loss: " + losses);
        }
    }

    private static Set<Integer> labels(byte[] classSets) {
        Set<Integer> labels = new TreeSet<>();
        for (byte bits : classSets) {
            labels.add((int) bits);
        }
        return labels;
    }
}
