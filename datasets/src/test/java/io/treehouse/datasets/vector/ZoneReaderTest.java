package io.treehouse.datasets.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.raster.Gdal;
import io.treehouse.datasets.raster.GridReference;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.Vector;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gdal.gdal.Dataset;
import org.gdal.gdal.gdal;
import org.gdal.gdalconst.gdalconst;
import org.gdal.ogr.Feature;
import org.gdal.ogr.FieldDefn;
import org.gdal.ogr.Layer;
import org.gdal.ogr.ogr;
import org.gdal.osr.SpatialReference;
import org.gdal.osr.osrConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

class ZoneReaderTest {
    private static final String TRIANGLE = "[[[10,50],[10,49.95],[10.02,49.95],[10,50]]]";

    /** 2000 × 2000 pixels of a thousandth of a degree, south-east of 10° E, 50° N. */
    private static final GridReference DEGREES = grid(4326, 10, 0.001, 50, -0.001);

    /** 2000 × 2000 pixels of 5 m in UTM zone 33, whose middle is 15° E. */
    private static final GridReference METRES = grid(32633, 300_000, 5, 5_600_000, -5);

    @TempDir
    Path folder;

    @Test
    void zonesKeepIdAndNameAndLieOnTheGridsPixels() {
        Zones zones = read(
                DEGREES,
                feature(
                        "\"id\": \"a7\", ",
                        "\"NAME\": \"Altstadt\"",
                        "[[[10,50],[10,49.95],[10.02,49.95],[10.02,50],[10,50]]]"));

        ZonePolygon zone = zones.polygons().get(0);
        assertEquals("a7", zone.id());
        assertEquals("Altstadt", zone.name());
        assertEnvelope(new Envelope(0, 20, 0, 50), zone.outline().getEnvelopeInternal(), 1e-6);
        assertEquals(1000, zone.areaPixels(), 1e-6);
        assertEquals(List.of(), zones.warnings());
    }

    @Test
    void identifiersAndNamesMayHaveAnyCharacters() {
        ZonePolygon zone = read(
                        DEGREES,
                        feature("", "\"id\": \"\ud83c\udf33/1\", \"name\": \"Wäldchen \ud83c\udf33\"", TRIANGLE))
                .polygons()
                .get(0);

        assertEquals("\ud83c\udf33/1", zone.id());
        assertEquals("Wäldchen \ud83c\udf33", zone.name());
    }

    @Test
    void zonesWithoutIdentifierAreNumbered() {
        Zones unnamed = read(DEGREES, feature("", "", TRIANGLE), feature("", "", TRIANGLE));
        Zones numbered = read(DEGREES, feature("\"id\": 31, ", "", TRIANGLE), feature("\"id\": 12, ", "", TRIANGLE));

        assertEquals(List.of("0", "1"), ids(unnamed));
        assertEquals(List.of("31", "12"), ids(numbered));
    }

    @Test
    void identifiersAreReadAsTheyWereSent() {
        Zones zones = read(
                DEGREES,
                feature("", "\"id\": \"2020-01-31\", \"name\": [\"a\", \"b\"]", TRIANGLE),
                feature("", "\"id\": \"007\", \"name\": \"10:30\"", TRIANGLE),
                feature("", "\"id\": \" \"", TRIANGLE));

        assertEquals(List.of("2020-01-31", "007", "2"), ids(zones));
        assertEquals("[ \"a\", \"b\" ]", zones.polygons().get(0).name());
        assertEquals("10:30", zones.polygons().get(1).name());
    }

    @Test
    void anIdentifierOfSeveralZonesIsWarnedOf() {
        Zones zones = read(
                DEGREES,
                feature("", "\"id\": \"a\"", TRIANGLE),
                feature("", "\"id\": \"b\"", TRIANGLE),
                feature("", "\"id\": \"a\"", TRIANGLE));

        assertEquals(List.of("2 zones have the id 'a': estimates take them for parts of one zone"), zones.warnings());
    }

    @Test
    void longEdgesBendWithTheProjectionAndNeighboursShareThem() {
        // Both have the edge from (12.2, 50.5) to (12.33, 50.1), one downwards, one upwards.
        Zones zones = read(
                METRES,
                feature("", "", "[[[12.2,50.5],[12,50.5],[12,50.1],[12.33,50.1],[12.2,50.5]]]"),
                feature("", "", "[[[12.33,50.1],[12.6,50.1],[12.6,50.5],[12.2,50.5],[12.33,50.1]]]"));

        Set<Coordinate> west = corners(zones.polygons().get(0));
        Set<Coordinate> east = corners(zones.polygons().get(1));
        Set<Coordinate> shared = west.stream().filter(east::contains).collect(Collectors.toSet());
        assertTrue(shared.size() > 4, "corners of the shared edge: " + shared.size());
        assertEquals(
                zones.polygons()
                        .get(0)
                        .outline()
                        .union(zones.polygons().get(1).outline())
                        .getArea(),
                zones.polygons().get(0).areaPixels() + zones.polygons().get(1).areaPixels(),
                1e-3);
    }

    @Test
    void aZoneThatCrossesItselfIsMended() {
        Zones zones = read(DEGREES, feature("", "", "[[[10,50],[10.02,49.98],[10.02,50],[10,49.98],[10,50]]]"));

        assertEquals(200, zones.polygons().get(0).outline().getArea(), 1e-6);
        assertTrue(zones.warnings().get(0).contains("mended"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // As RFC 7946 wants it, round the Earth in degrees, and jumping back.
                "[[[[179.99,60],[179.99,60.01],[180,60.01],[180,60],[179.99,60]]],[[[-180,60],[-180,60.01],[-179.99,60.01],[-179.99,60],[-180,60]]]]",
                "[[[[179.99,60],[179.99,60.01],[180.01,60.01],[180.01,60],[179.99,60]]]]",
                "[[[[179.99,60],[179.99,60.01],[-179.99,60.01],[-179.99,60],[179.99,60]]]]"
            })
    void zonesAcrossTheAntimeridianAreWhole(String coordinates) {
        String zone =
                "{\"type\": \"Feature\", \"properties\": {}, \"geometry\": {\"type\": \"MultiPolygon\", \"coordinates\": "
                        + coordinates + "}}";
        GridReference utm = grid(32660, 660_000, 10, 6_670_000, -10);
        GridReference mercator = grid(3857, 20_037_508.342789244 - 10_000, 10, 8_420_000, -10);
        GridReference east = grid(4326, 179.9, 0.0001, 60.1, -0.0001);
        GridReference west = grid(4326, -180.1, 0.0001, 60.1, -0.0001);

        // 0.02° by 0.01° at 60° N are 1115 m by 1114 m.
        assertEquals(1115.0 * 1114 / 100, read(utm, zone).polygons().get(0).areaPixels(), 100);
        assertEquals(
                4 * 1115.0 * 1114 / 100, read(mercator, zone).polygons().get(0).areaPixels(), 400);
        for (GridReference degrees : List.of(east, west)) {
            ZonePolygon placed = read(degrees, zone).polygons().get(0);
            assertEquals(20_000, placed.areaPixels(), 1e-3);
            assertEnvelope(new Envelope(900, 1100, 900, 1000), placed.outline().getEnvelopeInternal(), 1e-3);
        }
    }

    @Test
    void ofAZoneAsLargeAsTheWorldThePartNearTheGridIsTaken() {
        Zones zones = read(METRES, feature("", "", "[[[-180,-90],[180,-90],[180,90],[-180,90],[-180,-90]]]"));

        assertTrue(zones.polygons().get(0).outline().getEnvelopeInternal().contains(new Envelope(0, 2000, 0, 2000)));
    }

    @Test
    void zonesElsewhereAreEmpty() {
        Zones zones = read(DEGREES, feature("", "", "[[[50,50],[50,49.95],[50.02,49.95],[50,50]]]"));

        assertTrue(zones.polygons().get(0).outline().isEmpty());
        assertEquals(0, zones.polygons().get(0).areaPixels());
        assertEquals(List.of("No zone lies on the tile"), zones.warnings());
    }

    @Test
    void aZoneWithoutPolygonStaysInTheList() {
        Zones zones = read(
                DEGREES,
                "{\"type\": \"Feature\", \"properties\": {}, \"geometry\": null}",
                feature("", "", "[[[10,50],[10,49.95],[10.02,49.95],[10,50]]]"));

        assertEquals(2, zones.polygons().size());
        assertTrue(zones.polygons().get(0).outline().isEmpty());
        assertTrue(zones.warnings().get(0).contains("no polygon"));
    }

    @Test
    void geoPackagesAndZippedShapefilesAreReadInTheirOwnCrs() throws Exception {
        for (Path file : List.of(
                written("GPKG", "zones.gpkg", 3857), zipped(written("ESRI Shapefile", "a.shp", 3857), "data/"))) {
            ZonePolygon zone = ZoneReader.read(file, METRES).polygons().get(0);

            assertEquals("Nord", zone.name());
            assertEquals("77", zone.id());
            // A square of 1000 m in EPSG:3857 at about 50.4° N has 638 m a side on the ground.
            assertEquals(638.0 * 638 / 25, zone.areaPixels(), 160);
        }
    }

    @Test
    void tablesBesideTheLayerOfAGeoPackageDoNotMatter() throws Exception {
        Path file = written("GPKG", "styled.gpkg", 3857);
        Dataset dataset = gdal.OpenEx(file.toString(), gdalconst.OF_VECTOR | gdalconst.OF_UPDATE);
        dataset.CreateLayer("layer_styles", null, ogr.wkbNone, new Vector<>());
        dataset.delete();

        assertEquals(1, ZoneReader.read(file, METRES).polygons().size());
    }

    @Test
    void pathsInAnArchiveAreNotFollowed() throws Exception {
        Path file = zipped(written("ESRI Shapefile", "b.shp", 3857), "../../../../tmp/treehouse-escaped/");

        assertEquals("Nord", ZoneReader.read(file, METRES).polygons().get(0).name());
        assertTrue(Files.notExists(Path.of("/tmp/treehouse-escaped")));
    }

    @Test
    void anArchiveUnpacksToNoMoreThanTheLimit() throws Exception {
        Path file = folder.resolve("bomb.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("large.bin"));
            zip.write(new byte[2_000_000]);
        }

        InputProblem problem = assertThrows(InputProblem.class, () -> ShapefileArchive.unpack(file, 1_000_000));

        assertEquals(Kind.TOO_LARGE, problem.kind());
    }

    @Test
    void aGeoPackageWithoutCrsIsRefused() {
        Gdal.load();
        Path file = folder.resolve("undefined.gpkg");
        Dataset dataset = gdal.GetDriverByName("GPKG").Create(file.toString(), 0, 0, 0, gdalconst.GDT_Unknown);
        dataset.CreateLayer("zones", null, ogr.wkbPolygon, new Vector<>());
        dataset.delete();

        assertRefused(file, METRES, Kind.INVALID_DOCUMENT, "'zones' does not say which CRS");
    }

    @Test
    void aShapefileWithoutItsCrsIsRefused() throws Exception {
        Path shapefile = written("ESRI Shapefile", "c.shp", 3857);
        Files.delete(folder.resolve("c.prj"));

        assertRefused(zipped(shapefile, ""), METRES, Kind.INVALID_DOCUMENT, ".prj");
    }

    @Test
    void whatIsNoZoneIsRefusedInWords() throws Exception {
        assertRefused(collection(), DEGREES, Kind.INVALID_DOCUMENT, "no feature");
        assertRefused(
                collection(
                        "{\"type\": \"Feature\", \"properties\": {}, \"geometry\": {\"type\": \"Point\", \"coordinates\": [10, 50]}}"),
                DEGREES,
                Kind.INVALID_DOCUMENT,
                "Point");
        assertRefused(
                collection(
                        feature("", "", "[[[2683000,1247000],[2683100,1247000],[2683100,1247100],[2683000,1247000]]]")),
                DEGREES,
                Kind.INVALID_DOCUMENT,
                "longitudes");
        assertRefused(text("{\"type\": \"FeatureColl"), DEGREES, Kind.INVALID_DOCUMENT, "cannot be read");
        assertRefused(text("{}"), DEGREES, Kind.INVALID_DOCUMENT, "nothing in it is a feature");
        assertRefused(text("PK\3\4 no archive"), DEGREES, Kind.INVALID_DOCUMENT, "zip archive");
        assertRefused(text("id,wkt"), DEGREES, Kind.UNSUPPORTED_FORMAT, "neither");
        assertRefused(text(""), DEGREES, Kind.UNSUPPORTED_FORMAT, "neither");
        GridReference nowhere = new GridReference(10, 10, Optional.empty(), Optional.empty(), false);
        assertRefused(collection(), nowhere, Kind.UNUSABLE_RASTER, "not georeferenced");
    }

    private static void assertRefused(Path file, GridReference grid, Kind kind, String words) {
        InputProblem problem = assertThrows(InputProblem.class, () -> ZoneReader.read(file, grid));
        assertEquals(kind, problem.kind(), problem.getMessage());
        assertTrue(problem.getMessage().contains(words), problem.getMessage());
    }

    private Zones read(GridReference grid, String... features) {
        try {
            return ZoneReader.read(collection(features), grid);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Path collection(String... features) throws IOException {
        return text("{\"type\": \"FeatureCollection\", \"features\": [" + String.join(",", features) + "]}");
    }

    private Path text(String content) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "zones", ""), content);
    }

    private static String feature(String id, String properties, String coordinates) {
        return "{\"type\": \"Feature\", %s\"properties\": {%s}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\": %s}}"
                .formatted(id, properties, coordinates);
    }

    private static List<String> ids(Zones zones) {
        return zones.polygons().stream().map(ZonePolygon::id).toList();
    }

    private static Set<Coordinate> corners(ZonePolygon zone) {
        return new HashSet<>(List.of(zone.outline().getCoordinates()));
    }

    private static void assertEnvelope(Envelope expected, Envelope actual, double tolerance) {
        assertEquals(expected.getMinX(), actual.getMinX(), tolerance);
        assertEquals(expected.getMaxX(), actual.getMaxX(), tolerance);
        assertEquals(expected.getMinY(), actual.getMinY(), tolerance);
        assertEquals(expected.getMaxY(), actual.getMaxY(), tolerance);
    }

    /** Writes one square of 1000 m with an id and a name; it lies on {@link #METRES} in EPSG:3857. */
    private Path written(String driver, String name, int epsg) {
        Gdal.load();
        Path file = folder.resolve(name);
        SpatialReference crs = new SpatialReference();
        crs.ImportFromEPSG(epsg);
        Dataset dataset = gdal.GetDriverByName(driver).Create(file.toString(), 0, 0, 0, gdalconst.GDT_Unknown);
        Layer layer = dataset.CreateLayer(name.replaceFirst("\\..*", ""), crs, ogr.wkbPolygon, new Vector<>());
        layer.CreateField(new FieldDefn("ID", ogr.OFTInteger));
        layer.CreateField(new FieldDefn("name", ogr.OFTString));
        Feature feature = new Feature(layer.GetLayerDefn());
        feature.SetField("ID", 77);
        feature.SetField("name", "Nord");
        feature.SetGeometry(org.gdal.ogr.Geometry.CreateFromWkt(
                "POLYGON ((1360000 6520000, 1361000 6520000, 1361000 6521000, 1360000 6521000, 1360000 6520000))"));
        layer.CreateFeature(feature);
        dataset.delete();
        return file;
    }

    private Path zipped(Path shapefile, String prefix) throws IOException {
        String stem = shapefile.getFileName().toString().replace(".shp", "");
        Path file = folder.resolve(stem + ".zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String part : List.of("shp", "shx", "dbf", "prj")) {
                Path from = folder.resolve(stem + "." + part);
                if (Files.exists(from)) {
                    zip.putNextEntry(new ZipEntry(prefix + "Zonen." + part.toUpperCase(java.util.Locale.ROOT)));
                    zip.write(Files.readAllBytes(from));
                }
            }
        }
        return file;
    }

    private static GridReference grid(int epsg, double x, double step, double y, double down) {
        Gdal.load();
        SpatialReference crs = new SpatialReference();
        crs.ImportFromEPSG(epsg);
        crs.SetAxisMappingStrategy(osrConstants.OAMS_TRADITIONAL_GIS_ORDER);
        return new GridReference(
                2000, 2000, Optional.of(new double[] {x, step, 0, y, 0, down}), Optional.of(crs.ExportToWkt()), false);
    }
}
