package io.treehouse.datasets.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.gdal.gdal.ColorTable;
import org.gdal.gdal.Dataset;
import org.gdal.gdal.gdal;
import org.gdal.gdalconst.gdalconst;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Band roles, values and nodata of drawn rasters of 4 × 3 pixels. */
class RasterTest {
    private static final int WIDTH = 4;
    private static final int HEIGHT = 3;

    @TempDir
    private Path folder;

    @BeforeAll
    static void loadGdal() {
        Gdal.load();
    }

    /** What was read of a raster. */
    private record Pixels(float[] rgb, boolean[] valid, List<String> warnings, List<Integer> bands, ValueRange range) {
        float[] at(int x, int y) {
            int at = 3 * (y * WIDTH + x);
            return new float[] {rgb[at], rgb[at + 1], rgb[at + 2]};
        }
    }

    @Test
    void takesEightBitValuesAsTheyAre() {
        Pixels pixels = read(bands(gdalconst.GDT_Byte, 10, 20, 30));
        assertArrayEquals(new float[] {10, 20, 30}, pixels.at(0, 0));
        assertArrayEquals(new float[] {13, 23, 33}, pixels.at(3, 2));
        assertEquals(ValueRange.Source.TYPE, pixels.range().source());
    }

    @Test
    void readsWindowsAtTheirPlace() {
        try (Raster raster = Raster.open(bands(gdalconst.GDT_Byte, 10, 20, 30), RasterOptions.NONE, 100)) {
            float[] rgb = new float[6];
            boolean[] valid = new boolean[2];
            raster.read(new PixelWindow(2, 1, 2, 1), rgb, valid);
            assertArrayEquals(new float[] {12, 22, 32, 13, 23, 33}, rgb);
        }
    }

    @Test
    void followsColourTagsBeforeTheOrderOfBands() {
        Path file = bands(
                gdalconst.GDT_Byte,
                dataset -> {
                    dataset.GetRasterBand(1).SetColorInterpretation(gdalconst.GCI_BlueBand);
                    dataset.GetRasterBand(2).SetColorInterpretation(gdalconst.GCI_GreenBand);
                    dataset.GetRasterBand(3).SetColorInterpretation(gdalconst.GCI_RedBand);
                },
                10,
                20,
                30);
        Pixels pixels = read(file);
        assertArrayEquals(new float[] {30, 20, 10}, pixels.at(0, 0));
        assertEquals(List.of(3, 2, 1), pixels.bands());
    }

    @Test
    void findsNamedBandsAmongMany() {
        List<String> names = List.of("Blue", "green", "RED", "NIR", "RedEdge");
        Path file = bands(
                gdalconst.GDT_Byte,
                dataset -> {
                    for (int band = 1; band <= names.size(); band++) {
                        dataset.GetRasterBand(band).SetDescription(names.get(band - 1));
                    }
                },
                10,
                20,
                30,
                40,
                50);
        assertArrayEquals(new float[] {30, 20, 10}, read(file).at(0, 0));
    }

    @Test
    void asksForBandsWhenNothingNamesThem() {
        Path file = bands(gdalconst.GDT_Byte, 10, 20, 30, 40, 50);
        InputProblem problem = assertThrows(InputProblem.class, () -> read(file));
        assertEquals(Kind.UNUSABLE_RASTER, problem.kind());
        assertTrue(problem.remedy().contains("bands="), problem.remedy());
        assertArrayEquals(
                new float[] {50, 10, 30}, read(file, Map.of("bands", "5,1,3")).at(0, 0));
        InputProblem beyond = assertThrows(InputProblem.class, () -> read(file, Map.of("bands", "1,2,6")));
        assertEquals(Kind.INVALID_PARAMETER, beyond.kind());
    }

    @Test
    void takesAnUntaggedFourthBandForNearInfrared() {
        Path file = bands(
                gdalconst.GDT_Byte,
                // GDAL writes a fourth byte band as opacity unless told otherwise.
                dataset -> dataset.GetRasterBand(4).SetColorInterpretation(gdalconst.GCI_Undefined),
                10,
                20,
                30,
                0);
        Pixels pixels = read(file);
        assertArrayEquals(new float[] {10, 20, 30}, pixels.at(0, 0));
        assertTrue(pixels.valid()[0]);
    }

    @Test
    void takesOnlyZeroOpacityForNodata() {
        Path file = bands(
                gdalconst.GDT_Byte,
                dataset -> dataset.GetRasterBand(4).SetColorInterpretation(gdalconst.GCI_AlphaBand),
                10,
                20,
                30,
                0);
        boolean[] valid = read(file).valid();
        assertArrayEquals(new boolean[] {false, true, true, true}, Arrays.copyOf(valid, WIDTH));
    }

    @Test
    void repeatsOneBandAndSaysSo() {
        Pixels pixels = read(bands(gdalconst.GDT_Byte, 10));
        assertArrayEquals(new float[] {10, 10, 10}, pixels.at(0, 0));
        assertTrue(pixels.warnings().stream().anyMatch(w -> w.contains("repeated")), pixels.warnings()::toString);
    }

    @Test
    void takesTheSecondOfTwoBandsForOpacity() {
        Pixels pixels = read(bands(gdalconst.GDT_Byte, 10, 0));
        assertFalse(pixels.valid()[0]);
        assertTrue(pixels.valid()[1]);
        assertArrayEquals(new float[] {11, 11, 11}, pixels.at(1, 0));
    }

    @Test
    void expandsPalettes() {
        Path file = bands(
                gdalconst.GDT_Byte,
                dataset -> {
                    ColorTable table = new ColorTable();
                    table.SetColorEntry(1, new Color(200, 100, 50));
                    dataset.GetRasterBand(1).SetColorTable(table);
                    table.delete();
                },
                0);
        assertArrayEquals(new float[] {200, 100, 50}, read(file).at(1, 0));
    }

    @Test
    void transparentEntriesOfAPaletteHoldNoImagery() throws IOException {
        // Two transparent entries: GDAL tells a single one as nodata.
        byte[] red = {9, 50, 60, 70};
        byte[] other = {0, 0, 0, 0};
        byte[] alpha = {0, 0, (byte) 255, 1};
        BufferedImage picture = new BufferedImage(
                WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_INDEXED, new IndexColorModel(8, 4, red, other, other, alpha));
        for (int x = 0; x < WIDTH; x++) {
            picture.getRaster().setSample(x, 0, 0, x);
        }
        Path file = folder.resolve("palette.png");
        ImageIO.write(picture, "png", file.toFile());

        Pixels pixels = read(file);

        assertFalse(pixels.valid()[0]);
        assertFalse(pixels.valid()[1]);
        assertTrue(pixels.valid()[2]);
        assertTrue(pixels.valid()[3]);
        assertArrayEquals(new float[] {60, 0, 0}, pixels.at(2, 0));
    }

    @Test
    void signedBytesKeepTheirSigns() {
        Path file = DrawnRaster.geoTiff(
                folder.resolve("signed.tif"),
                WIDTH,
                HEIGHT,
                3,
                gdalconst.GDT_Byte,
                dataset -> {
                    for (int band = 1; band <= 3; band++) {
                        // As unsigned bytes: 246, 251, 0, 5 for −10, −5, 0, 5.
                        DrawnRaster.draw(dataset, band, (x, y) -> (5 * x - 10) & 255);
                    }
                },
                "PIXELTYPE=SIGNEDBYTE");

        Pixels pixels = read(file);

        assertEquals(-10, pixels.range().low());
        assertEquals(5, pixels.range().high());
        assertArrayEquals(new float[] {0, 0, 0}, pixels.at(0, 0));
        assertArrayEquals(new float[] {85, 85, 85}, pixels.at(1, 0));
        assertArrayEquals(new float[] {255, 255, 255}, pixels.at(3, 0));
    }

    @Test
    void dividesFullRangeSixteenBitBy257() {
        Path file = DrawnRaster.geoTiff(folder.resolve("a.tif"), WIDTH, HEIGHT, 3, gdalconst.GDT_UInt16, dataset -> {
            for (int band = 1; band <= 3; band++) {
                DrawnRaster.draw(dataset, band, (x, y) -> 257 * (252 + x));
            }
        });
        Pixels pixels = read(file);
        assertArrayEquals(new float[] {252, 252, 252}, pixels.at(0, 0));
        assertArrayEquals(new float[] {255, 255, 255}, pixels.at(3, 0));
        assertEquals(ValueRange.Source.FULL_RANGE, pixels.range().source());
    }

    @Test
    void stretchesOtherTypesByOneRangeForAllBands() {
        for (int type : new int[] {
            gdalconst.GDT_UInt16,
            gdalconst.GDT_Int16,
            gdalconst.GDT_UInt32,
            gdalconst.GDT_Int32,
            gdalconst.GDT_Float32,
            gdalconst.GDT_Float64
        }) {
            Pixels pixels = read(bands(type, 100, 200, 300));
            assertEquals(ValueRange.Source.PERCENTILES, pixels.range().source());
            assertEquals(100, pixels.range().low());
            assertEquals(303, pixels.range().high());
            assertArrayEquals(new float[] {0, 100 * 255f / 203, 200 * 255f / 203}, pixels.at(0, 0), 1e-4f);
        }
    }

    @Test
    void stretchesAsTheCallerSays() {
        Path file = bands(gdalconst.GDT_Int16, 100, 200, 300);
        assertArrayEquals(
                new float[] {51, 102, 153},
                read(file, Map.of("scaling", "0,500")).at(0, 0),
                1e-4f);
        assertArrayEquals(
                new float[] {100, 200, 255},
                read(file, Map.of("scaling", "none")).at(0, 0),
                1e-4f);
    }

    @Test
    void appliesScaleAndOffsetTags() {
        Path file = bands(
                gdalconst.GDT_Byte,
                dataset -> {
                    for (int band = 1; band <= 3; band++) {
                        dataset.GetRasterBand(band).SetScale(2);
                        dataset.GetRasterBand(band).SetOffset(-20);
                    }
                },
                10,
                20,
                30);
        assertArrayEquals(
                new float[] {0, 20, 40}, read(file, Map.of("scaling", "none")).at(0, 0), 1e-4f);
    }

    @Test
    void makesOneGreyOfOneValue() {
        Path file = DrawnRaster.geoTiff(folder.resolve("a.tif"), WIDTH, HEIGHT, 3, gdalconst.GDT_Float32, dataset -> {
            for (int band = 1; band <= 3; band++) {
                DrawnRaster.draw(dataset, band, (x, y) -> 0.25);
            }
        });
        Pixels pixels = read(file);
        assertArrayEquals(new float[] {127, 127, 127}, pixels.at(1, 1));
        assertTrue(pixels.valid()[0]);
        assertTrue(pixels.warnings().stream().anyMatch(w -> w.contains("same value")), pixels.warnings()::toString);
    }

    @Test
    void needsNodataInAllUsedBands() {
        Path file =
                bands(gdalconst.GDT_Byte, dataset -> dataset.GetRasterBand(1).SetNoDataValue(10), 10, 10, 11);
        assertTrue(read(file).valid()[0]);
        Path equal =
                bands(gdalconst.GDT_Byte, dataset -> dataset.GetRasterBand(1).SetNoDataValue(10), 10, 10, 10);
        assertFalse(read(equal).valid()[0]);
        assertTrue(read(equal).valid()[1]);
    }

    @Test
    void takesBlackForNodataOnlyWhenTold() {
        Path file = bands(gdalconst.GDT_Byte, 0, 0, 0);
        assertTrue(read(file).valid()[0]);
        assertFalse(read(file, Map.of("nodata", "0")).valid()[0]);
        assertTrue(read(file, Map.of("nodata", "0")).valid()[1]);
    }

    @Test
    void takesNotANumberAndInfinityInAnyBandForNodata() {
        double[] odd = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.5};
        Path file = DrawnRaster.geoTiff(folder.resolve("a.tif"), WIDTH, HEIGHT, 3, gdalconst.GDT_Float32, dataset -> {
            DrawnRaster.draw(dataset, 1, (x, y) -> y / 2.0);
            DrawnRaster.draw(dataset, 2, (x, y) -> y == 0 ? odd[x] : 0.5);
            DrawnRaster.draw(dataset, 3, (x, y) -> 1);
        });
        Pixels pixels = read(file);
        assertArrayEquals(new boolean[] {false, false, false, true}, Arrays.copyOf(pixels.valid(), WIDTH));
        for (float value : pixels.rgb()) {
            assertTrue(Float.isFinite(value));
        }
    }

    @Test
    void respectsMaskBandsInTheFileAndBesideIt() {
        for (String internal : List.of("YES", "NO")) {
            gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", internal);
            Path file =
                    DrawnRaster.geoTiff(folder.resolve(internal + ".tif"), WIDTH, HEIGHT, 3, gdalconst.GDT_Byte, d -> {
                        d.CreateMaskBand(gdalconst.GMF_PER_DATASET);
                        byte[] mask = {0, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 0};
                        d.GetRasterBand(1)
                                .GetMaskBand()
                                .WriteRaster(0, 0, WIDTH, HEIGHT, WIDTH, HEIGHT, gdalconst.GDT_Byte, mask);
                    });
            gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", null);
            boolean[] valid = read(file).valid();
            assertFalse(valid[0]);
            assertTrue(valid[1]);
            assertFalse(valid[11]);
        }
    }

    private Path bands(int type, double... first) {
        return bands(type, dataset -> {}, first);
    }

    /** Bands whose top left pixel has the value given and whose values grow by one from column to column. */
    private Path bands(int type, Consumer<Dataset> tags, double... first) {
        return DrawnRaster.geoTiff(folder.resolve("a.tif"), WIDTH, HEIGHT, first.length, type, dataset -> {
            tags.accept(dataset);
            for (int band = 1; band <= first.length; band++) {
                double start = first[band - 1];
                DrawnRaster.draw(dataset, band, (x, y) -> start + x);
            }
        });
    }

    private static Pixels read(Path file) {
        return read(file, Map.of());
    }

    private static Pixels read(Path file, Map<String, String> options) {
        try (Raster raster = Raster.open(file, RasterOptionsParser.parse(options), WIDTH * HEIGHT)) {
            float[] rgb = new float[3 * WIDTH * HEIGHT];
            boolean[] valid = new boolean[WIDTH * HEIGHT];
            raster.read(new PixelWindow(0, 0, WIDTH, HEIGHT), rgb, valid);
            return new Pixels(rgb, valid, raster.warnings(), raster.bands(), raster.valueRange());
        }
    }
}
