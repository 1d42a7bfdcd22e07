package io.treehouse.datasets.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.raster.Gdal;
import io.treehouse.datasets.raster.GridReference;
import io.treehouse.datasets.raster.GroundSampling;
import io.treehouse.datasets.raster.PlacedClassMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Vector;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gdal.gdal.Dataset;
import org.gdal.gdal.gdal;
import org.gdal.gdalconst.gdalconst;
import org.gdal.ogr.FieldDefn;
import org.gdal.ogr.ogr;
import org.gdal.osr.SpatialReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanReaderTest {
    private static final int N = 255;

    private static final String WEST =
            "{\"type\": \"Polygon\", \"coordinates\": [[[10,50],[10.002,50],[10.002,49.998],[10,49.998],[10,50]]]}";
    private static final String SOUTH =
            "{\"type\": \"Polygon\", \"coordinates\": [[[10,49.999],[10.004,49.999],[10.004,49.998],[10,49.998],[10,49.999]]]}";

    @TempDir
    Path folder;

    /** 4 × 2 pixels of a thousandth of a degree, south-east of 10° E, 50° N. */
    private static PlacedClassMap map() {
        Gdal.load();
        SpatialReference crs = new SpatialReference();
        crs.ImportFromEPSG(4326);
        GridReference grid = new GridReference(
                4, 2, Optional.of(new double[] {10, 0.001, 0, 50, 0, -0.001}), Optional.of(crs.ExportToWkt()), false);
        return new PlacedClassMap(
                new byte[8],
                grid,
                Optional.of("EPSG:4326"),
                new GroundSampling(71, 111, GroundSampling.Source.GEOREFERENCING),
                (x, y) -> 71 * 111,
                Map.of());
    }

    @Test
    void pixelsGetTheClassOfThePolygonAtTheirCentreAndOfTwoTheLaterInTheScheme() throws Exception {
        byte[] painted = PlanReader.read(
                        plan(feature("\"water\"", SOUTH), feature("\"building\"", WEST), feature("\"other\"", "null")),
                        "class",
                        map())
                .classes();

        assertArrayEquals(new byte[] {2, 2, (byte) N, (byte) N, 3, 3, 3, 3}, painted);
    }

    @Test
    void whatIsNoPolygonOfAClassIsRefusedInWords() throws Exception {
        String line = "{\"type\": \"LineString\", \"coordinates\": [[10,50],[10.004,49.998]]}";
        String point = "{\"type\": \"Point\", \"coordinates\": [10.0015,49.9995]}";

        assertRefused(plan(feature("\"building\"", line)), "feature 0 is a LINESTRING and no polygon");
        assertRefused(plan(feature("\"water\"", WEST), feature("\"water\"", point)), "feature 1 is a POINT");
        assertRefused(
                plan(feature("null", WEST), feature("\"water\"", WEST)), "1 polygons of the plan have no 'class'");
        assertRefused(plan(feature("\"house\"", WEST)), "classes that do not exist: house");
        assertRefused(text("{\"type\": \"FeatureCollection\", \"features\": []}"), "No polygon has the attribute");
    }

    @Test
    void aPlanWithoutCrsIsRefused() throws Exception {
        Gdal.load();
        Path file = folder.resolve("plan.gpkg");
        Dataset dataset = gdal.GetDriverByName("GPKG").Create(file.toString(), 0, 0, 0, gdalconst.GDT_Unknown);
        dataset.CreateLayer("plan", null, ogr.wkbPolygon, new Vector<>())
                .CreateField(new FieldDefn("class", ogr.OFTString));
        dataset.delete();

        assertRefused(file, "'plan' does not say which CRS");
    }

    /** Whoever asks for a comparison sends the plan: what it unpacks to is bounded as that of zones is. */
    @Test
    void aPlanUnpacksToNoMoreThanTheLimit() throws Exception {
        Path file = folder.resolve("bomb.zip");
        byte[] zeros = new byte[1 << 20];
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("large.bin"));
            for (int mebibyte = 0; mebibyte <= 256; mebibyte++) {
                zip.write(zeros);
            }
        }

        InputProblem problem = assertThrows(InputProblem.class, () -> PlanReader.read(file, "class", map()));

        assertEquals(Kind.TOO_LARGE, problem.kind());
    }

    private void assertRefused(Path file, String words) {
        InputProblem problem = assertThrows(InputProblem.class, () -> PlanReader.read(file, "class", map()));
        assertEquals(Kind.INVALID_DOCUMENT, problem.kind());
        assertTrue(problem.getMessage().contains(words), problem.getMessage());
    }

    private Path plan(String... features) throws IOException {
        return text("{\"type\": \"FeatureCollection\", \"features\": [" + String.join(",", features) + "]}");
    }

    private Path text(String content) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "plan", ""), content);
    }

    private static String feature(String planned, String geometry) {
        return "{\"type\": \"Feature\", \"properties\": {\"class\": %s}, \"geometry\": %s}"
                .formatted(planned, geometry);
    }
}
