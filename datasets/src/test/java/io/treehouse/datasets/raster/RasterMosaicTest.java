package io.treehouse.datasets.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.problem.InputProblem;
import java.nio.file.Path;
import java.util.List;
import org.gdal.gdalconst.gdalconst;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of 4 × 3 pixels of 1 m that are neighbours on one grid, read as one raster. */
class RasterMosaicTest {
    private static final int WIDTH = 4;
    private static final int HEIGHT = 3;

    @TempDir
    private Path folder;

    @Test
    void readsAcrossTheBorderBetweenFiles() {
        try (Raster raster = Raster.open(List.of(part("east", 1, 0), part("west", 0, 0)), RasterOptions.NONE, 100)) {
            assertEquals(2 * WIDTH, raster.width());
            assertEquals(HEIGHT, raster.height());
            assertEquals("EPSG:2056", raster.crs().orElseThrow());
            assertArrayEquals(
                    new double[] {2_600_000, 1, 0, 1_200_000, 0, -1},
                    raster.grid().transform().orElseThrow());
            float[] rgb = new float[6];
            boolean[] valid = new boolean[2];
            raster.read(new PixelWindow(3, 1, 2, 1), rgb, valid);
            // The pixel of column x in row y of the region has the value 10 y + x.
            assertArrayEquals(new float[] {13, 13, 13, 14, 14, 14}, rgb);
            assertArrayEquals(new boolean[] {true, true}, valid);
        }
    }

    @Test
    void groundInNoFileHasNoImagery() {
        List<Path> corner = List.of(part("a", 0, 0), part("b", 1, 0), part("c", 0, 1));
        try (Raster raster = Raster.open(corner, RasterOptions.NONE, 100)) {
            float[] rgb = new float[3 * 8 * 6];
            boolean[] valid = new boolean[8 * 6];
            raster.read(new PixelWindow(0, 0, 8, 6), rgb, valid);
            for (int i = 0; i < valid.length; i++) {
                assertEquals(i % 8 < WIDTH || i / 8 < HEIGHT, valid[i], "pixel " + i);
            }
            assertEquals(List.of(1, 2, 3), raster.bands());
        }
    }

    @Test
    void groundInNoFileIsWhatFilesWithANodataValueCallSo() {
        Path a = DrawnRaster.rgb(folder.resolve("n.tif"), WIDTH, HEIGHT, (x, y) -> x == 0 ? 7 : 50, dataset -> {
            DrawnRaster.place(dataset, 2056, 2_600_000, 1, 0, 1_200_000, 0, -1);
            dataset.GetRasterBand(1).SetNoDataValue(7);
        });
        Path b = DrawnRaster.rgb(folder.resolve("m.tif"), WIDTH, HEIGHT, (x, y) -> 60, dataset -> {
            DrawnRaster.place(dataset, 2056, 2_600_006, 1, 0, 1_200_000, 0, -1);
            dataset.GetRasterBand(1).SetNoDataValue(7);
        });
        try (Raster raster = Raster.open(List.of(a, b), RasterOptions.NONE, 100)) {
            float[] rgb = new float[3 * 10];
            boolean[] valid = new boolean[10];
            raster.read(new PixelWindow(0, 0, 10, 1), rgb, valid);
            assertFalse(valid[0]);
            assertTrue(valid[1]);
            assertFalse(valid[4]);
            assertFalse(valid[5]);
            assertTrue(valid[6]);
        }
    }

    @Test
    void oneRangeOfValuesHoldsForAll() {
        Path dark = wide("dark.tif", 0, 100);
        Path bright = wide("bright.tif", 1, 1000);
        try (Raster raster = Raster.open(List.of(dark, bright), RasterOptions.NONE, 100)) {
            assertEquals(100, raster.valueRange().low());
            assertEquals(1000, raster.valueRange().high());
        }
    }

    @Test
    void refusesFilesThatAreNoNeighboursOfOneKind() {
        Path first = part("first", 0, 0);
        assertRefused(first, wide("words.tif", 1, 100), "UInt16");
        assertRefused(
                first,
                DrawnRaster.rgb(
                        folder.resolve("beside.tif"),
                        WIDTH,
                        HEIGHT,
                        (x, y) -> 1,
                        dataset -> DrawnRaster.place(dataset, 2056, 2_600_004.5, 1, 0, 1_200_000, 0, -1)),
                "File 2");
        assertRefused(
                first,
                DrawnRaster.rgb(folder.resolve("nowhere.tif"), WIDTH, HEIGHT, (x, y) -> 1, dataset -> {}),
                "File 2");
        Path up = southUp("up.tif", 0);
        assertRefused(up, southUp("up2.tif", WIDTH), "north");
    }

    private void assertRefused(Path first, Path second, String words) {
        InputProblem problem =
                assertThrows(InputProblem.class, () -> Raster.open(List.of(first, second), RasterOptions.NONE, 1000));
        assertTrue(problem.getMessage().contains(words), problem.getMessage());
    }

    private Path part(String name, int column, int row) {
        return DrawnRaster.rgb(
                folder.resolve(name + ".tif"),
                WIDTH,
                HEIGHT,
                (x, y) -> 10 * (row * HEIGHT + y) + column * WIDTH + x,
                dataset -> DrawnRaster.place(
                        dataset, 2056, 2_600_000 + column * WIDTH, 1, 0, 1_200_000 - row * HEIGHT, 0, -1));
    }

    private Path southUp(String name, int column) {
        return DrawnRaster.rgb(
                folder.resolve(name),
                WIDTH,
                HEIGHT,
                (x, y) -> 1,
                dataset -> DrawnRaster.place(dataset, 2056, 2_600_000 + column, 1, 0, 1_200_000, 0, 1));
    }

    private Path wide(String name, int column, int value) {
        return DrawnRaster.geoTiff(folder.resolve(name), WIDTH, HEIGHT, 3, gdalconst.GDT_UInt16, dataset -> {
            DrawnRaster.place(dataset, 2056, 2_600_000 + column * WIDTH, 1, 0, 1_200_000, 0, -1);
            for (int band = 1; band <= 3; band++) {
                DrawnRaster.draw(dataset, band, (x, y) -> value);
            }
        });
    }
}
