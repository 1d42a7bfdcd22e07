package io.treehouse.inference.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.raster.RasterOptions;
import io.treehouse.datasets.raster.RasterOptionsParser;
import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.datasets.vector.FeatureFormat;
import io.treehouse.inference.landcover.AreaEstimates;
import io.treehouse.inference.scene.WindowProgress;
import io.treehouse.inference.zone.ZoneCover;
import io.treehouse.model.bundle.ErrorMatrix;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.bundle.TestModels;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.engine.EngineOptions;
import io.treehouse.model.engine.PrecisionChoice;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TileZonesTest {
    private static final RasterOptions PLACED =
            RasterOptionsParser.parse(Map.of("bbox", "8.5000,47.3000,8.5005,47.3005", "crs", "EPSG:4326"));

    /** Two districts that share the tile out along a slanting border, and a third over both. */
    private static final String DISTRICTS = """
            {"type": "FeatureCollection", "features": [
             {"type": "Feature", "properties": {"id": "w", "name": "West"}, "geometry": {"type": "Polygon", "coordinates":
              [[[8.50, 47.30], [8.503, 47.30], [8.507, 47.31], [8.50, 47.31], [8.50, 47.30]]]}},
             {"type": "Feature", "properties": {"id": "e", "name": "East"}, "geometry": {"type": "Polygon", "coordinates":
              [[[8.507, 47.31], [8.503, 47.30], [8.51, 47.30], [8.51, 47.31], [8.507, 47.31]]]}},
             {"type": "Feature", "properties": {"id": "all"}, "geometry": {"type": "Polygon", "coordinates":
              [[[8.4, 47.2], [8.6, 47.2], [8.6, 47.4], [8.4, 47.4], [8.4, 47.2]]]}}]}
            """;

    @TempDir
    Path folder;

    @Test
    void theFiguresOfAPartitionAddUpToThoseOfTheTile() throws Exception {
        TileClassification answer = classify(PLACED, Optional.of(DISTRICTS));

        ZoneCover west = answer.zones().get(0);
        ZoneCover east = answer.zones().get(1);
        ZoneCover all = answer.zones().get(2);
        assertEquals("West", west.name());
        answer.classes().forEach((label, tile) -> {
            assertEquals(
                    tile.pixels(),
                    west.classes().get(label).pixels()
                            + east.classes().get(label).pixels(),
                    1e-6);
            assertEquals(tile.pixels(), all.classes().get(label).pixels(), 1e-6);
            assertEquals(
                    tile.areaM2(),
                    west.classes().get(label).areaM2()
                            + east.classes().get(label).areaM2(),
                    1e-9 * answer.valid().areaM2());
        });
        // The tile has a side of 0.0005°, the third zone one of 0.2°.
        assertEquals(0.0025 * 0.0025, all.shareOnTile(), 1e-12);
    }

    @Test
    void theAnswerNamesTheHashOfTheZonesFileIfThereIsOne() throws Exception {
        String sha256 = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(DISTRICTS.getBytes(StandardCharsets.UTF_8)));

        assertEquals(sha256, classify(PLACED, Optional.of(DISTRICTS)).zonesSha256());
        assertNull(classify(PLACED, Optional.empty()).zonesSha256());
    }

    @Test
    void aModelWithoutErrorMatricesOfManyPlacesEstimatesNoAreas() throws Exception {
        TileClassification answer = classify(PLACED, Optional.of(DISTRICTS));

        assertNull(answer.areaEstimates());
        assertEquals(List.of(), answer.areaMethods());
        assertNull(answer.zones().get(0).areaEstimates());
    }

    @Test
    void correctedAreasOfAPartitionAddUpToThoseOfTheTile() throws Exception {
        ErrorMatrix drawn = new ErrorMatrix(
                "drawn",
                "place",
                "validation",
                SurfaceClass.all().stream()
                        .map(surface -> new ErrorMatrix.Row(ClassSet.of(surface), List.of(5L, 6L, 7L, 8L, 9L)))
                        .toList());

        TileClassification answer =
                classify(TestModels.tiny().withErrors(Collections.nCopies(5, drawn)), PLACED, Optional.of(DISTRICTS));

        assertEquals("model_based", answer.areaMethods().get(0).name().label());
        for (int i = 0; i < SurfaceClass.COUNT; i++) {
            double west = correctedM2(answer.zones().get(0).areaEstimates(), i);
            double east = correctedM2(answer.zones().get(1).areaEstimates(), i);
            assertEquals(correctedM2(answer.areaEstimates(), i), west + east, 1e-6);
        }
    }

    private static double correctedM2(AreaEstimates estimates, int index) {
        return estimates.classes().get(index).corrected().areaM2();
    }

    @Test
    void theFiguresOfTheZonesAreATableToo() throws Exception {
        TileClassification answer = classify(PLACED, Optional.of(DISTRICTS));

        JsonNode rows = new ObjectMapper()
                .readTree(folder.resolve("figures.geojson").toFile())
                .get("features");
        assertEquals(3, rows.size());
        ZoneCover west = answer.zones().get(0);
        JsonNode row = rows.at("/0/properties");
        assertEquals("w", row.get("id").asText());
        assertEquals("West", row.get("name").asText());
        assertEquals(
                west.classes().get("tree_canopy").areaM2(),
                row.get("treeCanopyCountedM2").asDouble());
        assertEquals(
                west.objects().get("building").count(), row.get("buildingCount").asLong());
        assertTrue(row.get("treeCanopyM2").isNull());
        assertEquals("MultiPolygon", rows.at("/0/geometry/type").asText());
    }

    @Test
    void withoutZonesTheAnswerHasNone() throws Exception {
        assertNull(classify(PLACED, Optional.empty()).zones());
    }

    @Test
    void aTileThatLiesNowhereTakesNoZones() {
        InputProblem problem =
                assertThrows(InputProblem.class, () -> classify(RasterOptions.NONE, Optional.of(DISTRICTS)));

        assertEquals(InputProblem.Kind.UNUSABLE_RASTER, problem.kind());
    }

    @Test
    void whatIsOddAboutZonesIsAWarningOfTheAnswer() throws Exception {
        TileClassification answer = classify(PLACED, Optional.of(DISTRICTS.replace("47.", "17.")));

        assertTrue(
                answer.warnings().contains("No zone lies on the tile"),
                answer.warnings().toString());
        assertEquals(
                List.of(0.0, 0.0, 0.0),
                answer.zones().stream().map(ZoneCover::shareOnTile).toList());
    }

    private TileClassification classify(RasterOptions options, Optional<String> zones) throws Exception {
        return classify(TestModels.tiny(), options, zones);
    }

    private TileClassification classify(TrainedModel model, RasterOptions options, Optional<String> zones)
            throws Exception {
        Path tile = DrawnPng.write(folder.resolve("tile.png"), 255);
        Optional<ZoneRequest> request = Optional.empty();
        if (zones.isPresent()) {
            request = Optional.of(new ZoneRequest(
                    Files.writeString(folder.resolve("zones"), zones.get()),
                    Optional.of(folder.resolve("figures.geojson")),
                    FeatureFormat.GEOJSON));
        }
        ModelBundle bundle = new ModelBundle(model, "ab".repeat(32));
        try (TileClassifier classifier =
                TileClassifier.open(bundle, new EngineOptions(PrecisionChoice.EXACT, 1), "1")) {
            return classifier.classify(
                    new TileRequest(
                            List.of(tile),
                            options,
                            Long.MAX_VALUE,
                            null,
                            null,
                            TileOutputs.NONE,
                            request,
                            Optional.empty()),
                    WindowProgress.NONE);
        }
    }
}
