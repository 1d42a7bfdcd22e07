package io.treehouse.datasets.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.problem.InputProblem;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gdal.osr.SpatialReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Maps of 1 m pixels in Switzerland, written and read back. */
class PlacedClassMapTest {
    private static final long MANY = 1000;

    @TempDir
    private Path folder;

    private static GridReference grid(int width, int height, double east, double north) {
        return grid("EPSG:2056", width, height, east, 1, north);
    }

    private static GridReference grid(String crs, int width, int height, double west, double pixel, double north) {
        double[] transform = {west, pixel, 0, north, 0, -pixel};
        return new GridReference(width, height, Optional.of(transform), Optional.of(wkt(crs)), false);
    }

    private static String wkt(String crs) {
        SpatialReference reference = CrsName.reference(crs);
        try {
            return reference.ExportToWkt();
        } finally {
            reference.delete();
        }
    }

    private PlacedClassMap map(GridReference grid, int... codes) {
        Path file = folder.resolve("map" + grid.hashCode() + ".tif");
        byte[] classes = new byte[codes.length];
        for (int i = 0; i < codes.length; i++) {
            classes[i] = (byte) codes[i];
        }
        try (ClassMapFile map = ClassMapFile.create(file, grid, Map.of("MODEL_NAME", "drawn", "MODEL_VERSION", "3"))) {
            map.rows(0, grid.height(), classes, new float[classes.length]);
            map.commit();
        }
        return PlacedClassMap.read(file, null, MANY);
    }

    @Test
    void knowsWhereItLiesAndWhoMadeIt() {
        PlacedClassMap map = map(grid(3, 1, 2_683_000, 1_247_000), 0, 4, 255);
        assertEquals(Optional.of("EPSG:2056"), map.crs());
        assertEquals(Optional.of("drawn 3"), map.model());
        assertEquals(1, map.areas().areaM2(0, 0), 0.01);
        assertArrayEquals(new byte[] {0, 4, -1}, map.classes());
    }

    @Test
    void isLaidOntoAGridThatBeginsElsewhere() {
        PlacedClassMap first = map(grid(4, 1, 2_683_000, 1_247_000), 0, 1, 2, 3);
        PlacedClassMap shifted = map(grid(4, 1, 2_683_002, 1_247_000), 4, 4, 0, 0);
        assertArrayEquals(new byte[] {-1, -1, 4, 4}, shifted.onGridOf(first).classes());
        assertEquals(first.grid(), shifted.onGridOf(first).grid());
        assertArrayEquals(first.classes(), first.onGridOf(first).classes());
    }

    @ParameterizedTest
    @CsvSource({
        "EPSG:4326, EPSG:4326, 179.99999, -180.00001, 340",
        "EPSG:4326, EPSG:4269, -180.00001, 179.99999, 340",
        "EPSG:3857, EPSG:3857, 179.99999, -180.00001, 340",
        "EPSG:3857, EPSG:3857, -180.00001, 179.99999, 340",
        "EPSG:3857, EPSG:3857, 179.99998, -180.00001, .34",
        "EPSG:3857, EPSG:3857, 179.99999, -180.00002, 40.",
        "EPSG:3857, EPSG:3857, 179.99999, -179.99990, ...",
        "EPSG:3857, EPSG:4326, 179.99999, -180.00001, 340",
        "EPSG:4326, EPSG:3857, 179.99999, 179.99999, 340",
        "EPSG:4326, EPSG:3857, 179.99999, -180.00001, 340",
        "EPSG:4326, EPSG:3857, -180.00001, 179.99999, 340",
    })
    void isFoundFromWhereverLongitudesAreNumbered(
            String crs, String otherCrs, double west, double otherWest, String expected) {
        PlacedClassMap first = map(acrossFiji(crs, west), 0, 1, 2);
        PlacedClassMap second = map(acrossFiji(otherCrs, otherWest), 3, 4, 0);
        assertEquals(expected, codes(second.onGridOf(first)));
    }

    @Test
    void allOfAWideMapIsFoundAcrossTheAntimeridian() {
        // GDAL looks everywhere for the ground of three pixels, but for that of many only where a few of them lie.
        int[] codes = new int[900];
        Arrays.setAll(codes, x -> x % 5);
        double west = 180 - 450e-5;
        PlacedClassMap degrees = map(grid("EPSG:4326", 900, 1, west, 1e-5, -16.8), new int[900]);
        for (double turn : new double[] {0, -360}) {
            double x = (west + turn) * 111_319.49079327358;
            PlacedClassMap metres = map(grid("EPSG:3857", 900, 1, x, 1.1131949079327358, -1_897_556.232409338), codes);
            assertArrayEquals(metres.classes(), metres.onGridOf(degrees).classes());
        }
    }

    /** Three pixels of 0.00001° of longitude on 16.8° south. */
    private static GridReference acrossFiji(String crs, double west) {
        // The radius of 6,378,137 m times an angle of 0.00001°, and times ln tan(45° − 16.8° / 2).
        return crs.equals("EPSG:3857")
                ? grid(crs, 3, 1, west * 111_319.49079327358, 1.1131949079327358, -1_897_556.232409338)
                : grid(crs, 3, 1, west, 1e-5, -16.8);
    }

    private static String codes(PlacedClassMap map) {
        StringBuilder codes = new StringBuilder();
        for (byte code : map.classes()) {
            codes.append(code == -1 ? "." : code);
        }
        return codes.toString();
    }

    @Test
    void needsTheSizeOfItsPixels() {
        GridReference nowhere = new GridReference(2, 1, Optional.empty(), Optional.empty(), false);
        InputProblem problem = assertThrows(InputProblem.class, () -> map(nowhere, 0, 1));
        assertTrue(problem.getMessage().contains("the size of its pixels is not known"), problem.getMessage());
    }

    @Test
    void isRefusedAboveTheLimit() {
        assertThrows(InputProblem.class, () -> map(grid(1001, 1, 0, 0), new int[1001]));
    }

    @Test
    void neighboursMakeOneGrid() {
        MapMosaic mosaic = MapMosaic.of(List.of(
                grid(10, 10, 2_683_000, 1_247_000),
                grid(5, 20, 2_682_990, 1_247_005),
                grid(3, 3, 2_683_010, 1_247_000)));
        assertEquals(23, mosaic.grid().width());
        assertEquals(20, mosaic.grid().height());
        assertArrayEquals(new int[] {10, 0, 20}, mosaic.columns());
        assertArrayEquals(new int[] {5, 0, 5}, mosaic.rows());
        assertEquals(1_247_005, mosaic.grid().transform().orElseThrow()[3]);
    }

    @Test
    void mapsBetweenEachOthersPixelsMakeNone() {
        InputProblem problem = assertThrows(
                InputProblem.class,
                () -> MapMosaic.of(List.of(grid(2, 2, 2_683_000, 1_247_000), grid(2, 2, 2_683_002.5, 1_247_000))));
        assertTrue(problem.getMessage().contains("do not lie on one grid"), problem.getMessage());
    }
}
