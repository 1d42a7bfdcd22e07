package io.treehouse.inference.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.raster.Bbox;
import io.treehouse.datasets.raster.RasterOptions;
import io.treehouse.datasets.raster.Scaling;
import io.treehouse.datasets.vector.FeatureFormat;
import io.treehouse.inference.scene.WindowProgress;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.bundle.TestModels;
import io.treehouse.model.engine.EngineOptions;
import io.treehouse.model.engine.PrecisionChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TileObjectsTest {
    private static final List<String> KINDS = List.of("building", "tree_crown", "water_body", "built_up_area");

    private static TileClassifier classifier;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        classifier = TileClassifier.open(
                new ModelBundle(TestModels.tiny(), "ef".repeat(32)),
                new EngineOptions(PrecisionChoice.EXACT, 1),
                "1.2.3");
    }

    @AfterAll
    static void close() {
        classifier.close();
    }

    @Test
    void theAnswerAlwaysCountsTheObjectsOfAllClasses() throws Exception {
        TileClassification answer = classify(RasterOptions.NONE.withGsdMetres(1.0), ObjectOutputs.NONE);

        assertEquals(KINDS, List.copyOf(answer.objects().keySet()));
        answer.objects().values().forEach(total -> assertEquals((double) total.pixels(), total.areaM2(), 1e-6));
        assertNull(answer.objectList());
    }

    @Test
    void theListHasAsManyObjectsAsAreCountedInPixelsOfTheTile() throws Exception {
        TileClassification answer = classify(RasterOptions.NONE, ObjectOutputs.LIST);

        long counted = answer.objects().values().stream()
                .mapToLong(total -> total.count())
                .sum();
        assertEquals(counted, answer.objectList().size());
        assertTrue(counted > 0);
        assertNull(answer.objectList().get(0).properties().get("areaM2"));
        JsonNode json = new ObjectMapper().valueToTree(answer).at("/objectList/0");
        assertTrue(KINDS.contains(json.at("/properties/class").asText()));
        double x = json.at("/geometry/coordinates/0/0/0").asDouble();
        assertTrue(x >= 0 && x <= DrawnPng.WIDTH);
    }

    @Test
    void theFileHasAsManyObjectsAsAreCounted() throws Exception {
        Path file = folder.resolve("tile.objects.geojson");
        // A pixel of half a metre.
        Bbox bbox = new Bbox(2_683_000, 1_247_000, 2_683_000 + DrawnPng.WIDTH / 2.0, 1_247_000 + DrawnPng.HEIGHT / 2.0);
        RasterOptions placed = new RasterOptions(null, null, new Scaling.Auto(), null, bbox, "EPSG:2056");

        TileClassification answer = classify(placed, ObjectOutputs.file(file, FeatureFormat.GEOJSON));

        JsonNode features =
                new ObjectMapper().readTree(Files.readAllBytes(file)).get("features");
        long counted = answer.objects().values().stream()
                .mapToLong(total -> total.count())
                .sum();
        assertEquals(counted, features.size());
        assertTrue(counted > 0);
        assertEquals("tile 7", features.at("/0/properties/imageId").asText());
        assertEquals("2026-06-01", features.at("/0/properties/imageDate").asText());
        assertEquals(List.of("tile.objects.geojson", "tile.png"), filesInFolder());
    }

    @Test
    void aTileWithoutPlaceHasNoFileOfObjects() throws Exception {
        ObjectOutputs outputs = ObjectOutputs.file(folder.resolve("objects.gpkg"), FeatureFormat.GEOPACKAGE);

        InputProblem problem =
                assertThrows(InputProblem.class, () -> classify(RasterOptions.NONE.withGsdMetres(0.5), outputs));

        assertEquals(InputProblem.Kind.NOT_GEOREFERENCED, problem.kind());
        assertEquals(List.of("tile.png"), filesInFolder());
    }

    private TileClassification classify(RasterOptions options, ObjectOutputs objects) throws Exception {
        Path tile = DrawnPng.write(folder.resolve("tile.png"), 255);
        TileOutputs outputs = new TileOutputs(Optional.empty(), false, Optional.empty(), objects);
        return classifier.classify(
                new TileRequest(tile, options, Long.MAX_VALUE, "tile 7", "2026-06-01", outputs), WindowProgress.NONE);
    }

    private List<String> filesInFolder() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
