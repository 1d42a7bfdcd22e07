package io.treehouse.datasets.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.problem.InputProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gdal.osr.SpatialReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maps of 1 m pixels in Switzerland, written and read back. */
class PlacedClassMapTest {
    private static final long MANY = 1000;

    @TempDir
    private Path folder;

    private static GridReference grid(int width, int height, double east, double north) {
        double[] transform = {east, 1, 0, north, 0, -1};
        return new GridReference(width, height, Optional.of(transform), Optional.of(wkt("EPSG:2056")), false);
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
