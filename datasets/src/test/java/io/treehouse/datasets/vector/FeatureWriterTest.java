package io.treehouse.datasets.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.datasets.raster.Gdal;
import io.treehouse.datasets.raster.GridReference;
import io.treehouse.datasets.vector.FeatureField.Type;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Vector;
import org.gdal.gdal.Dataset;
import org.gdal.gdal.gdal;
import org.gdal.gdalconst.gdalconst;
import org.gdal.ogr.Feature;
import org.gdal.ogr.Layer;
import org.gdal.osr.SpatialReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class FeatureWriterTest {
    private static final double[] NORTH_UP = {2_683_000, 0.5, 0, 1_247_000, 0, -0.5};
    private static final double[] SOUTH_UP = {2_683_000, 0.5, 0, 1_246_000, 0, 0.5};
    private static final List<FeatureField> FIELDS = List.of(
            new FeatureField("class", Type.TEXT),
            new FeatureField("areaM2", Type.NUMBER),
            new FeatureField("touchesEdge", Type.FLAG));
    private static final String COURTYARD =
            "POLYGON ((10 10, 10 50, 60 50, 60 10, 10 10), (20 20, 40 20, 40 40, 20 40, 20 20))";

    @TempDir
    Path folder;

    @Test
    void geoJsonIsLongitudeFirstRightHandedAndCarriesTheProperties() throws Exception {
        for (double[] transform : List.of(NORTH_UP, SOUTH_UP)) {
            JsonNode json = geoJson(grid(2056, transform), COURTYARD);

            JsonNode feature = json.get("features").get(0);
            assertEquals("FeatureCollection", json.get("type").asText());
            assertEquals("unit", json.at("/metadata/MODEL_NAME").asText());
            assertEquals("a", feature.at("/properties/id").asText());
            assertEquals("building", feature.at("/properties/class").asText());
            assertTrue(feature.at("/properties/areaM2").isNull());
            assertTrue(feature.at("/properties/touchesEdge").asBoolean());
            assertEquals(8.54, feature.at("/properties/positionX").asDouble(), 0.01);
            assertEquals(47.36, feature.at("/properties/positionY").asDouble(), 0.01);
            JsonNode rings = feature.at("/geometry/coordinates");
            assertEquals(2, rings.size());
            assertTrue(Orientation.isCCW(ring(rings.get(0))));
            assertFalse(Orientation.isCCW(ring(rings.get(1))));
            assertEquals(8.54, ring(rings.get(0))[0].x, 0.01);
            assertFalse(json.has("crs"));
        }
    }

    @Test
    void aPolygonAcrossTheAntimeridianIsCutThere() throws Exception {
        // UTM zone 60 ends at 180° east, which is 166 km east of its middle on 60° north.
        double[] transform = {667_000, 10, 0, 6_656_000, 0, -10};

        JsonNode geometry = geoJson(grid(32660, transform), "POLYGON ((0 0, 0 10, 200 10, 200 0, 0 0))")
                .at("/features/0/geometry");

        assertEquals("MultiPolygon", geometry.get("type").asText());
        assertEquals(2, geometry.get("coordinates").size());
        for (JsonNode polygon : geometry.get("coordinates")) {
            for (Coordinate corner : ring(polygon.get(0))) {
                assertEquals(180, Math.abs(corner.x), 0.05);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"GEOPACKAGE", "FLATGEOBUF", "GEOPARQUET"})
    void textsOfAllCharactersAreUtf8(FeatureFormat format) throws Exception {
        Path file = folder.resolve("objects." + format.extension());
        String name = "Wäldchen \ud83c\udf33";
        String image = "Äcker 🚜🌾";
        FeatureWriter writer = FeatureWriter.create(
                format, file, "objects", grid(2056, NORTH_UP), FIELDS, Map.of("IMAGE_ID", image, "MODEL_NAME", "unit"));
        try (writer) {
            writer.write(new VectorFeature(
                    name, new WKTReader().read(COURTYARD), null, Map.of("class", name, "areaM2", 1.0)));
            writer.finish();
        }

        // As it stands in the file, not as GDAL's bindings read it.
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        for (String text : List.of(name, image)) {
            String utf8 = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            assertTrue(content.contains(utf8), text);
        }
        if (format == FeatureFormat.GEOPACKAGE) {
            assertEquals(name, AttributeTable.read(file).get(0).get("class"));
        }
    }

    @Test
    void aZeroCharacterDoesNotEndAText() throws Exception {
        Path file = folder.resolve("objects.gpkg");
        FeatureWriter writer =
                FeatureWriter.create(FeatureFormat.GEOPACKAGE, file, "objects", grid(2056, NORTH_UP), FIELDS, Map.of());
        try (writer) {
            writer.write(new VectorFeature("a\0b", new WKTReader().read(COURTYARD), null, Map.of("class", "")));
            writer.finish();
        }
        Map<String, String> row = AttributeTable.read(file).get(0);
        assertEquals("a\uFFFDb", row.get("id"));
        assertEquals("", row.get("class"));
    }

    @ParameterizedTest
    @CsvSource({
        "179.99, 2, -179.98",
        "180, 1, -179.97",
        "-180.02, 1, -179.99",
        "-180.01, 2, -179.98",
        "-180.05, 1, 179.98"
    })
    void longitudesOfAGridThatGoesOnBeyondTheAntimeridianStayWithin180Degrees(double west, int parts, double position)
            throws Exception {
        double[] transform = {west, 0.001, 0, 60, 0, -0.001};

        JsonNode feature = geoJson(grid(4326, transform), "POLYGON ((0 0, 0 10, 20 10, 20 0, 0 0))")
                .at("/features/0");

        JsonNode coordinates = feature.at("/geometry/coordinates");
        assertEquals(
                parts == 1 ? "Polygon" : "MultiPolygon",
                feature.at("/geometry/type").asText());
        assertEquals(parts, coordinates.size());
        double squareDegrees = 0;
        for (JsonNode polygon : coordinates) {
            Coordinate[] ring = ring(parts == 1 ? polygon : polygon.get(0));
            squareDegrees += Area.ofRing(ring);
            for (Coordinate corner : ring) {
                assertTrue(Math.abs(corner.x) > 179.9 && Math.abs(corner.x) <= 180, corner.toString());
            }
        }
        assertEquals(0.02 * 0.01, squareDegrees, 1e-9);
        assertEquals(position, feature.at("/properties/positionX").asDouble(), 1e-9);
    }

    @Test
    void eachCoordinateOfAPositionHasAMeaningOfItsOwn() throws Exception {
        JsonNode columns = geoJson(grid(2056, NORTH_UP), COURTYARD).get("columns");

        assertEquals(
                "Easting or longitude (x) of a crown's position, or of a sampled pixel's centre, in the coordinates of the file",
                columns.at("/positionX/description").asText());
        assertEquals(
                "Northing or latitude (y) of a crown's position, or of a sampled pixel's centre, in the coordinates of the file",
                columns.at("/positionY/description").asText());
    }

    @ParameterizedTest
    @CsvSource({"GEOPACKAGE, GPKG", "FLATGEOBUF, FlatGeobuf"})
    void otherFormatsKeepTheCrsOfTheGrid(FeatureFormat format, String driver) throws Exception {
        Path file = folder.resolve("objects." + format.extension());
        write(format, file, grid(2056, NORTH_UP), COURTYARD);

        Dataset dataset = gdal.OpenEx(file.toString(), gdalconst.OF_VECTOR, new Vector<>(List.of(driver)), null, null);
        Layer layer = dataset.GetLayer(0);
        Feature feature = layer.GetNextFeature();

        assertEquals("2056", layer.GetSpatialRef().GetAuthorityCode(null));
        assertEquals(1, layer.GetFeatureCount());
        assertEquals("a", feature.GetFieldAsString("id"));
        assertEquals("building", feature.GetFieldAsString("class"));
        assertFalse(feature.IsFieldSetAndNotNull("areaM2"));
        assertEquals(1, feature.GetFieldAsInteger("touchesEdge"));
        assertEquals(2_683_015, feature.GetFieldAsDouble("positionX"), 1e-9);
        assertEquals(1_246_990, feature.GetFieldAsDouble("positionY"), 1e-9);
        // 50 × 40 pixels less 20 × 20, of a quarter of a square metre each.
        assertEquals(400, feature.GetGeometryRef().Area(), 1e-6);
        feature.delete();
        dataset.delete();
    }

    @Test
    void flatGeobufTellsInItsHeaderWhatItWasMadeOfAndIsStillFoundByPlace() throws Exception {
        Path file = folder.resolve("objects.fgb");
        try (FeatureWriter writer = FeatureWriter.create(
                FeatureFormat.FLATGEOBUF,
                file,
                "objects",
                grid(2056, NORTH_UP),
                FIELDS,
                Map.of("MODEL_NAME", "Größe 1"))) {
            for (int i = 0; i < 50; i++) {
                String square = "POLYGON ((%1$d 0, %1$d 5, %2$d 5, %2$d 0, %1$d 0))".formatted(10 * i, 10 * i + 5);
                writer.write(new VectorFeature("f" + i, new WKTReader().read(square), null, Map.of("areaM2", 6.25)));
            }
            writer.finish();
        }

        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int header = bytes.getInt(8);
        JsonNode metadata = new ObjectMapper().readTree(member(bytes.slice(12, header), 13));
        assertEquals("Größe 1", metadata.get("MODEL_NAME").asText());
        assertEquals("objects", member(bytes.slice(12, header), 0));
        Dataset dataset = gdal.OpenEx(file.toString(), gdalconst.OF_VECTOR, new Vector<>(List.of("FlatGeobuf")));
        Layer layer = dataset.GetLayer(0);
        assertEquals(50, layer.GetFeatureCount());
        assertEquals("2056", layer.GetSpatialRef().GetAuthorityCode(null));
        layer.SetSpatialFilterRect(2_683_051, 1_246_990, 2_683_052, 1_247_000);
        Feature found = layer.GetNextFeature();
        assertEquals("f10", found.GetFieldAsString("id"));
        assertEquals(6.25, found.GetFieldAsDouble("areaM2"));
        assertNull(layer.GetNextFeature());
        found.delete();
        dataset.delete();
    }

    /** A text of a FlatBuffer's root table. */
    private static String member(ByteBuffer slice, int number) {
        ByteBuffer buffer = slice.order(ByteOrder.LITTLE_ENDIAN);
        int table = buffer.getInt(0);
        int place = table + buffer.getShort(table - buffer.getInt(table) + 4 + 2 * number);
        int text = place + buffer.getInt(place);
        byte[] utf8 = new byte[buffer.getInt(text)];
        buffer.get(text + 4, utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"GEOPACKAGE,GPKG,gpkg", "GEOJSON,GeoJSON,geojson"})
    void polygonsOfSeveralPartsHaveNoPosition(FeatureFormat format, String driver, String extension) throws Exception {
        Path file = folder.resolve("zones." + extension);
        FeatureLayer layer =
                new FeatureLayer("zones", grid(2056, NORTH_UP), FIELDS, Map.of(), FeatureLayer.Shape.MULTI_POLYGONS);
        try (FeatureWriter writer = FeatureWriter.create(format, file, layer)) {
            writer.write(new VectorFeature(
                    "a",
                    new WKTReader().read("MULTIPOLYGON (((0 0, 0 4, 4 4, 0 0)), ((8 8, 8 12, 12 12, 8 8)))"),
                    null,
                    Map.of("areaM2", 4.0)));
            writer.write(new VectorFeature("nowhere", new WKTReader().read("MULTIPOLYGON EMPTY"), null, Map.of()));
            writer.finish();
        }

        Dataset dataset = gdal.OpenEx(file.toString(), gdalconst.OF_VECTOR, new Vector<>(List.of(driver)));
        Layer read = dataset.GetLayer(0);
        assertEquals(2, read.GetFeatureCount());
        Feature feature = read.GetNextFeature();
        feature = feature.GetFieldAsString("id").equals("a") ? feature : read.GetNextFeature();
        assertEquals("a", feature.GetFieldAsString("id"));
        assertEquals(2, feature.GetGeometryRef().GetGeometryCount());
        assertEquals(-1, feature.GetFieldIndex("positionX"));
        feature.delete();
        dataset.delete();
    }

    @Test
    void aGridWithoutPlaceIsRefused() {
        GridReference nowhere = new GridReference(9, 9, Optional.empty(), Optional.empty(), false);

        assertThrows(
                IllegalArgumentException.class,
                () -> FeatureWriter.create(
                        FeatureFormat.GEOJSON, folder.resolve("x.geojson"), "objects", nowhere, FIELDS, Map.of()));
    }

    private JsonNode geoJson(GridReference grid, String wkt) throws Exception {
        Path file = folder.resolve("objects.geojson");
        write(FeatureFormat.GEOJSON, file, grid, wkt);
        return new ObjectMapper().readTree(Files.readAllBytes(file));
    }

    private static void write(FeatureFormat format, Path file, GridReference grid, String wkt) throws ParseException {
        Polygon polygon = (Polygon) new WKTReader().read(wkt);
        try (FeatureWriter writer =
                FeatureWriter.create(format, file, "objects", grid, FIELDS, Map.of("MODEL_NAME", "unit"))) {
            writer.write(new VectorFeature(
                    "a", polygon, new Coordinate(30, 20), Map.of("class", "building", "touchesEdge", true)));
            writer.finish();
        }
    }

    private static Coordinate[] ring(JsonNode positions) {
        Coordinate[] ring = new Coordinate[positions.size()];
        for (int i = 0; i < ring.length; i++) {
            ring[i] = new Coordinate(
                    positions.get(i).get(0).asDouble(), positions.get(i).get(1).asDouble());
        }
        return ring;
    }

    private static GridReference grid(int epsg, double[] transform) {
        Gdal.load();
        SpatialReference reference = new SpatialReference();
        reference.ImportFromEPSG(epsg);
        String wkt = reference.ExportToWkt();
        reference.delete();
        return new GridReference(2000, 2000, Optional.of(transform), Optional.of(wkt), false);
    }
}
