package io.treehouse.inference.compare.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.raster.CrsName;
import io.treehouse.datasets.raster.GridReference;
import io.treehouse.datasets.vector.FeatureFormat;
import io.treehouse.inference.compare.CharacterMap;
import io.treehouse.inference.compare.Comparer;
import io.treehouse.inference.compare.Comparison;
import io.treehouse.inference.compare.ComparisonDocument;
import io.treehouse.inference.table.GeoPackageTable;
import io.treehouse.inference.table.ParquetTable;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.example.data.Group;
import org.gdal.ogr.Feature;
import org.gdal.ogr.Layer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.io.WKBReader;

/** Two of the eight pixels of a wood, 100 m² each, become a house; errors of areas are 10 % unless they are not known. */
class ComparisonFiguresTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double M = 10;
    private static final GridReference SWITZERLAND = new GridReference(
            4,
            3,
            Optional.of(new double[] {2_683_000, M, 0, 1_247_000, 0, -M}),
            Optional.of(CrsName.wellKnownText("EPSG:2056")),
            false);
    private static final GridReference NOWHERE = new GridReference(4, 3, Optional.empty(), Optional.empty(), false);

    /** 25 changes, three states of five classes and of eleven figures, and six sums. */
    private static final int ROWS = 25 + 3 * 5 + 3 * 11 + 6;

    /** 200 m² × 7.69 kg C/m² × 44/12 are no longer bound. */
    private static final double SET_FREE_KG = 5_639.3333;

    /** 80 m² of canopy before, 60 m² after: 100 m² of a difference of 200 m², times 1.96; and both coefficients. */
    private static final double HALF_WIDTH_PERCENT = Math.sqrt(98 * 98 + 7.23 * 7.23 + 50 * 50);

    @TempDir
    Path folder;

    private Path write(FeatureFormat format, String request, GridReference grid) throws Exception {
        Comparison comparison = new Comparer(ComparisonDocument.read(JSON.readTree(request)), "test")
                .dates(
                        CharacterMap.of(M, "TTTT", "TTTT", "...."),
                        CharacterMap.of(M, "TTTT", "TT##", "...."),
                        (region, came) -> {});
        Path file = folder.resolve("figures." + format.extension());
        ComparisonFigures.write(comparison, grid, Map.of("BEFORE_MAP", "wood.tif"), format, file);
        return file;
    }

    private Path write(FeatureFormat format) throws Exception {
        return write(format, "{\"assumedAreaStandardErrorPercent\": 10}", SWITZERLAND);
    }

    @Test
    void aGeoPackageHasARowForEachChangeClassAndFigure() throws Exception {
        try (GeoPackageTable table = GeoPackageTable.read(write(FeatureFormat.GEOPACKAGE))) {
            Layer layer = table.layer();
            Map<String, Feature> rows = table.rows();
            assertEquals(ROWS, rows.size());

            Feature built = rows.get("change/tree_canopy/building");
            assertEquals("change", built.GetFieldAsString("kind"));
            assertFalse(built.IsFieldSetAndNotNull("state"));
            assertEquals("tree_canopy", built.GetFieldAsString("classBefore"));
            assertEquals("building", built.GetFieldAsString("classAfter"));
            assertEquals(2, built.GetFieldAsDouble("pixels"));
            assertEquals(200, built.GetFieldAsDouble("areaCountedM2"), 1e-9);
            assertEquals(200, built.GetFieldAsDouble("areaM2"), 1e-9);
            // 80 m² of canopy and 20 m² of house, √(80² + 20²) = 82.4621
            assertEquals(82.4621, built.GetFieldAsDouble("areaStandardErrorM2"), 1e-4);
            assertEquals(38.3743, built.GetFieldAsDouble("areaLow95M2"), 1e-4);
            assertEquals(361.6257, built.GetFieldAsDouble("areaHigh95M2"), 1e-4);
            assertEquals("class_errors", built.GetFieldAsString("intervalMethod"));

            assertEquals(800, rows.get("class/tree_canopy/before").GetFieldAsDouble("areaM2"), 1e-9);
            assertEquals(600, rows.get("class/tree_canopy/after").GetFieldAsDouble("areaM2"), 1e-9);
            Feature canopy = rows.get("class/tree_canopy/difference");
            assertEquals("tree_canopy", canopy.GetFieldAsString("areaClass"));
            assertEquals(-200, canopy.GetFieldAsDouble("areaM2"), 1e-9);
            assertEquals(100, canopy.GetFieldAsDouble("areaStandardErrorM2"), 1e-9);
            assertEquals(-396, canopy.GetFieldAsDouble("areaLow95M2"), 1e-9);
            assertEquals(98, canopy.GetFieldAsDouble("halfWidth95Percent"), 1e-9);
            assertEquals(100, canopy.GetFieldAsDouble("areaSimulatedStandardDeviationM2"), 3);

            assertEquals(-4 * SET_FREE_KG, rows.get("stock/tree_carbon/before").GetFieldAsDouble("stockKgCo2e"), 1e-3);
            Feature trees = rows.get("stock/tree_carbon/difference");
            assertEquals(SET_FREE_KG, trees.GetFieldAsDouble("stockKgCo2e"), 1e-4);
            assertEquals(HALF_WIDTH_PERCENT, trees.GetFieldAsDouble("halfWidth95Percent"), 1e-6);
            assertFalse(trees.IsFieldSetAndNotNull("areaM2"));
            assertFalse(trees.IsFieldSetAndNotNull("fluxKgCo2ePerYear"));
            assertEquals("counted", trees.GetFieldAsString("entry"));
            assertEquals("treehouse-defaults 1", trees.GetFieldAsString("coefficientSet"));

            Feature house = rows.get("stock/building_embodied/difference");
            assertEquals("NE", house.GetFieldAsString("notationKey"));
            assertFalse(house.IsFieldSetAndNotNull("stockKgCo2e"));
            Feature net = rows.get("stock/net/difference");
            assertEquals("sum", net.GetFieldAsString("entry"));
            assertEquals(SET_FREE_KG, net.GetFieldAsDouble("stockKgCo2e"), 1e-4);
            assertEquals("building_embodied", net.GetFieldAsString("notEstimated"));
            assertEquals(
                    "not_counted",
                    rows.get("yearly_flux/tree_sequestration_crown_cover/after").GetFieldAsString("entry"));

            // The first map: 40 m × 30 m.
            assertEquals(1200, net.GetGeometryRef().Area(), 1e-6);
            assertEquals("2056", layer.GetSpatialRef().GetAuthorityCode(null));
            assertEquals("wood.tif", layer.GetMetadataItem("BEFORE_MAP"));
            assertEquals("1200.0", layer.GetMetadataItem("COMPARED_M2"));
            assertEquals("class_errors", layer.GetMetadataItem("INTERVAL_METHOD"));
            assertEquals("false", layer.GetMetadataItem("AFTER_IS_PLAN"));
            JsonNode columns = JSON.readTree(layer.GetMetadataItem("COLUMNS"));
            assertEquals("m2", columns.at("/areaLow95M2/unit").asText());
            assertEquals("kg{CO2e}", columns.at("/stockKgCo2e/unit").asText());
        }
    }

    @Test
    void aParquetFileHasTheSameRowsAndSaysItsUnits() throws Exception {
        ParquetTable table = ParquetTable.read(write(FeatureFormat.GEOPARQUET));
        assertEquals(ROWS, table.rows().size());
        Group built = table.rows().get("change/tree_canopy/building");
        assertEquals(82.4621, built.getDouble("areaStandardErrorM2", 0), 1e-4);
        assertEquals(0, built.getFieldRepetitionCount("stockKgCo2e"));
        assertEquals(
                1200,
                new WKBReader().read(built.getBinary("geometry", 0).getBytes()).getArea(),
                1e-6);
        assertEquals(
                "kg{CO2e}/a",
                JSON.readTree(table.metadata().get("columns"))
                        .at("/fluxKgCo2ePerYear/unit")
                        .asText());
        assertEquals("1", table.metadata().get("SEED"));
    }

    @Test
    void geoJsonHasTheSameRowsInDegrees() throws Exception {
        JsonNode table = JSON.readTree(write(FeatureFormat.GEOJSON).toFile());
        assertEquals(ROWS, table.path("features").size());
        assertEquals("m2", table.at("/columns/areaLow95M2/unit").asText());
        JsonNode stayed = table.at("/features/0");
        assertEquals("change/other/other", stayed.path("id").asText());
        assertEquals(400, stayed.at("/properties/areaM2").asDouble(), 1e-9);
        JsonNode corner = stayed.at("/geometry/coordinates/0/0/0");
        assertEquals(8.53, corner.path(0).asDouble(), 0.01);
        assertEquals(47.37, corner.path(1).asDouble(), 0.01);
        assertEquals("1200.0", table.at("/metadata/COMPARED_M2").asText());
    }

    @Test
    void whatIsNotKnownIsNull() throws Exception {
        JsonNode features = JSON.readTree(
                        write(FeatureFormat.GEOJSON, "{}", NOWHERE).toFile())
                .path("features");
        assertEquals(ROWS, features.size());
        JsonNode stayed = features.path(0);
        assertTrue(stayed.path("geometry").isNull());
        assertEquals("none", stayed.at("/properties/intervalMethod").asText());
        assertEquals(400, stayed.at("/properties/areaM2").asDouble());
        assertTrue(stayed.at("/properties/areaStandardErrorM2").isNull());
        // The difference of the last class, after the matrix.
        JsonNode canopy = features.path(25 + 3 * 5 - 1).path("properties");
        assertEquals("class/tree_canopy/difference", canopy.path("id").asText());
        assertEquals(-200, canopy.path("areaM2").asDouble());
        assertTrue(canopy.path("areaLow95M2").isNull());
        assertTrue(canopy.path("halfWidth95Percent").isNull());
    }

    @Test
    void flatGeobufIsRefusedSinceItLeavesOutRowsWithoutAPlace() {
        String refusal = assertThrows(InputProblem.class, () -> write(FeatureFormat.FLATGEOBUF))
                .getMessage();
        assertTrue(refusal.contains("FlatGeobuf cannot hold"), refusal);
    }
}
