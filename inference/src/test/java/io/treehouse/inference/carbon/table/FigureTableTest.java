package io.treehouse.inference.carbon.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.vector.FeatureFormat;
import io.treehouse.inference.carbon.document.EstimateDocument;
import io.treehouse.inference.carbon.estimate.Estimator;
import io.treehouse.inference.table.GeoPackageTable;
import io.treehouse.inference.table.ParquetTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.example.data.Group;
import org.gdal.ogr.Feature;
import org.gdal.ogr.Layer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.io.WKBReader;

/** A tile with two zones, one of which is in the file of zones, and a tile without zones; a hectare of each class in each. */
class FigureTableTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HECTARES = """
            "valid": {"areaM2": 50000}, "classes": {"other": {"areaM2": 10000}, "built_up": {"areaM2": 10000},
            "building": {"areaM2": 10000}, "water": {"areaM2": 10000}, "tree_canopy": {"areaM2": 10000}}""";
    private static final String REQUEST = """
            {"assumedAreaStandardErrorPercent": 5, "site": {"buildingUse": "office"}, "results": [
             {"id": "town", "corners": [[8.00, 47.01], [8.01, 47.01], [8.01, 47.00], [8.00, 47.00]], %1$s,
              "zones": [{"id": "park", "name": "The park", %1$s}, {"id": "harbour", %1$s}]},
             {"id": "field", "corners": [[8.01, 47.01], [8.02, 47.01], [8.02, 47.00], [8.01, 47.00]], %1$s}]}
            """.formatted(HECTARES);
    private static final String PARK = """
            {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"id": "park"}, "geometry":
             {"type": "Polygon", "coordinates": [[[8.002, 47.002], [8.006, 47.002], [8.006, 47.004], [8.002, 47.002]]]}}]}
            """;
    private static final int ROWS_OF_A_ZONE = 17;

    /** −10,000 m² × 7.69 kg C/m² × 44/12. */
    private static final double TREE_CARBON_KG = -281_966.6667;

    /** Area 9.8 %, coefficient 7.23 % and place factor 50 %, in quadrature. */
    private static final double HALF_WIDTH_PERCENT = Math.sqrt(9.8 * 9.8 + 7.23 * 7.23 + 50 * 50);

    @TempDir
    Path folder;

    private Path write(FeatureFormat format) throws Exception {
        JsonNode request = JSON.readTree(REQUEST);
        Path zones = Files.writeString(folder.resolve("zones.geojson"), PARK);
        Path file = folder.resolve("figures." + format.extension());
        FigureTable.write(
                Estimator.estimate(EstimateDocument.read(request), "test"),
                ZonePlaces.of(request, Optional.of(zones)),
                format,
                file);
        return file;
    }

    @Test
    void aGeoPackageHasARowForEachFigureOfEachZoneWithItsPlace() throws Exception {
        try (GeoPackageTable table = GeoPackageTable.read(write(FeatureFormat.GEOPACKAGE))) {
            Layer layer = table.layer();
            Map<String, Feature> rows = table.rows();
            assertEquals(4 * ROWS_OF_A_ZONE, rows.size());
            assertEquals("4326", layer.GetSpatialRef().GetAuthorityCode(null));
            Feature trees = rows.get("zone/park/tree_carbon");
            assertEquals("The park", trees.GetFieldAsString("zoneName"));
            assertEquals("counted", trees.GetFieldAsString("entry"));
            assertEquals("stock", trees.GetFieldAsString("kind"));
            assertEquals(TREE_CARBON_KG, trees.GetFieldAsDouble("stockKgCo2e"), 1e-3);
            assertEquals(HALF_WIDTH_PERCENT, trees.GetFieldAsDouble("halfWidth95Percent"), 1e-6);
            assertEquals(
                    TREE_CARBON_KG * (1 + HALF_WIDTH_PERCENT / 100), trees.GetFieldAsDouble("stockLow95KgCo2e"), 1e-2);
            assertEquals(
                    -TREE_CARBON_KG * HALF_WIDTH_PERCENT / 196,
                    trees.GetFieldAsDouble("stockSimulatedStandardDeviationKgCo2e"),
                    3_000);
            assertFalse(trees.IsFieldSetAndNotNull("fluxKgCo2ePerYear"));
            assertEquals("counted_with_assumed_error", trees.GetFieldAsString("areaSource"));
            assertEquals(500, trees.GetFieldAsDouble("areaStandardErrorM2"), 1e-9);
            assertEquals("treehouse-defaults 1", trees.GetFieldAsString("coefficientSet"));
            // Half of 0.004 × 0.002 degrees.
            assertEquals(4e-6, trees.GetGeometryRef().Area(), 1e-12);
            assertEquals(
                    1e-4, rows.get("zone/field/tree_carbon").GetGeometryRef().Area(), 1e-10);
            assertNull(rows.get("zone/harbour/tree_carbon").GetGeometryRef());

            Feature lawn = rows.get("zone/park/lawn_sequestration");
            assertEquals("NE", lawn.GetFieldAsString("notationKey"));
            assertTrue(lawn.GetFieldAsString("reason").contains("lawnShare"));
            assertFalse(lawn.IsFieldSetAndNotNull("fluxKgCo2ePerYear"));
            assertEquals(
                    "not_counted",
                    rows.get("zone/park/tree_sequestration_crown_cover").GetFieldAsString("entry"));

            Feature net = rows.get("total/stock_net");
            assertFalse(net.IsFieldSetAndNotNull("zoneId"));
            assertNull(net.GetGeometryRef());
            assertEquals(3 * TREE_CARBON_KG, net.GetFieldAsDouble("stockKgCo2e"), 1e-2);
            assertEquals("building_embodied, paved_embodied", net.GetFieldAsString("notEstimated"));
            assertEquals("1", layer.GetMetadataItem("SEED"));
            assertEquals(
                    "kg{CO2e}/a",
                    JSON.readTree(layer.GetMetadataItem("COLUMNS"))
                            .at("/fluxLow95KgCo2ePerYear/unit")
                            .asText());
            assertEquals(
                    "town",
                    JSON.readTree(layer.GetMetadataItem("RESULTS")).at("/0/id").asText());
        }
    }

    @Test
    void aParquetFileHasTheSameRowsAndSaysItsUnits() throws Exception {
        ParquetTable table = ParquetTable.read(write(FeatureFormat.GEOPARQUET));
        Map<String, String> metadata = table.metadata();
        Map<String, Group> rows = table.rows();

        assertEquals(4 * ROWS_OF_A_ZONE, rows.size());
        Group trees = rows.get("zone/park/tree_carbon");
        assertEquals(TREE_CARBON_KG, trees.getDouble("stockKgCo2e", 0), 1e-3);
        assertEquals(0, trees.getFieldRepetitionCount("fluxKgCo2ePerYear"));
        assertEquals(
                4e-6,
                new WKBReader().read(trees.getBinary("geometry", 0).getBytes()).getArea(),
                1e-12);
        assertEquals(0, rows.get("total/yearly_flux_net").getFieldRepetitionCount("geometry"));
        assertEquals(
                "kg{CO2e}",
                JSON.readTree(metadata.get("columns"))
                        .at("/stockStandardErrorKgCo2e/unit")
                        .asText());
        assertEquals("treehouse-defaults", metadata.get("COEFFICIENT_SET"));
        assertEquals(
                8.002,
                JSON.readTree(metadata.get("geo"))
                        .at("/columns/geometry/bbox/0")
                        .asDouble(),
                1e-9);
    }

    @Test
    void geoJsonSaysItsUnitsAndHasNoGeometryWhereThePlaceIsNotKnown() throws Exception {
        JsonNode collection = JSON.readTree(write(FeatureFormat.GEOJSON).toFile());
        JsonNode features = collection.path("features");

        assertEquals(
                "kg{CO2e}/a", collection.at("/columns/fluxKgCo2ePerYear/unit").asText());
        assertEquals("m2", collection.at("/columns/areaM2/unit").asText());
        assertEquals(
                "The figure; of a stock, removals negative",
                collection.at("/columns/stockKgCo2e/description").asText());
        assertTrue(collection.at("/columns/formula/unit").isMissingNode());

        assertEquals(4 * ROWS_OF_A_ZONE, features.size());
        assertEquals("MultiPolygon", features.at("/0/geometry/type").asText());
        JsonNode total = features.path(4 * ROWS_OF_A_ZONE - 1);
        assertEquals("total/yearly_flux_net", total.path("id").asText());
        assertTrue(total.path("geometry").isNull());
    }

    @Test
    void flatGeobufIsRefusedSinceItLeavesOutRowsWithoutAPlace() {
        assertThrows(InputProblem.class, () -> write(FeatureFormat.FLATGEOBUF));
    }

    @Test
    void tilesOnBothSidesOfTheAntimeridianAreNeighbours() throws Exception {
        ZonePlaces places = places("""
                [[179.9, 1], [-179.9, 1], [-179.9, 0], [179.9, 0]]""", "[[-179.9, 1], [-179.7, 1], [-179.7, 0], [-179.9, 0]]");

        assertTrue(places.outlines().get("result-1").touches(places.outlines().get("result-2")));
        assertEquals(40_000, places.grid().width(), 1);
    }

    private static ZonePlaces places(String first, String second) throws Exception {
        return ZonePlaces.of(
                JSON.readTree("{\"results\": [{\"corners\": " + first + "}, {\"corners\": " + second + "}]}"),
                Optional.empty());
    }

    @Test
    void cornersThatAreNoPlacesAndZonesOfOtherTilesAreRefusedInWords() throws Exception {
        for (String corners : List.of(
                "7", "[[8, 47]]", "[[8, 47], [8, 47], [8, 47], [8, 47]]", "[[8, 470], [8, 47], [9, 47], [9, 46]]")) {
            String message = assertThrows(InputProblem.class, () -> places(corners, "null"))
                    .getMessage();
            assertTrue(message.contains("'result-1'"), message);
        }
        Path zones = Files.writeString(folder.resolve("zones.geojson"), PARK.replace("park", "moor"));
        JsonNode request = JSON.readTree(REQUEST);
        String other = assertThrows(InputProblem.class, () -> ZonePlaces.of(request, Optional.of(zones)))
                .getMessage();
        assertTrue(other.contains("None of the zones"), other);
        JsonNode nowhere = JSON.readTree("{\"results\": [{\"zones\": [{\"id\": \"moor\"}]}]}");
        String without = assertThrows(InputProblem.class, () -> ZonePlaces.of(nowhere, Optional.of(zones)))
                .getMessage();
        assertTrue(without.contains("corners"), without);
    }
}
