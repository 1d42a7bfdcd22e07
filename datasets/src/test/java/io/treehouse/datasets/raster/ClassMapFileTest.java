package io.treehouse.datasets.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.scheme.SurfaceClass;
import java.awt.Color;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.gdal.gdal.Dataset;
import org.gdal.gdal.gdal;
import org.gdal.gdalconst.gdalconst;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassMapFileTest {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 530;
    private static final double[] NORTH_UP = {2683000, 0.5, 0, 1247000, 0, -0.5};

    @TempDir
    private Path folder;

    @BeforeAll
    static void loadGdal() {
        Gdal.load();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 256, 530})
    void holdsTheRowsHoweverManyComeAtOnce(int rowsAtOnce) {
        byte[] codes = codes();
        Path map = write(grid(NORTH_UP), codes, rowsAtOnce);
        assertArrayEquals(codes, read(map));
    }

    @Test
    void keepsTransformsOfEveryKind() {
        double[] southUp = {2683000, 0.5, 0, 1247000, 0, 0.5};
        double[] rotated = {2683000, 0.3, 0.4, 1247000, 0.4, -0.3};
        for (double[] transform : List.of(NORTH_UP, southUp, rotated)) {
            Dataset map = open(write(grid(transform), codes(), 100));
            assertArrayEquals(transform, map.GetGeoTransform(), 1e-9);
            map.delete();
        }
    }

    @Test
    void keepsThatValuesBelongToPointsWithoutShiftingTheGrid() {
        GridReference area = grid(NORTH_UP);
        Dataset map =
                open(write(new GridReference(WIDTH, HEIGHT, area.transform(), area.wkt(), true), codes(), HEIGHT));
        assertEquals("Point", map.GetMetadataItem("AREA_OR_POINT"));
        assertArrayEquals(NORTH_UP, map.GetGeoTransform(), 1e-9);
        map.delete();
    }

    @Test
    void whatItWasMadeWithIsReadBack() {
        Map<String, String> madeWith = Map.of("MODEL_SHA256", "ab", "IMAGE_DATE", "2026-06-30", "PROGRAM_VERSION", "1");
        Path file = folder.resolve("made.classes.tif");
        try (ClassMapFile map = ClassMapFile.create(file, grid(NORTH_UP), madeWith)) {
            map.rows(0, HEIGHT, codes(), new float[WIDTH * HEIGHT]);
            map.commit();
        }

        assertEquals(madeWith, ClassMapProvenance.read(file));
        assertEquals(Map.of(), ClassMapProvenance.read(write(grid(NORTH_UP), codes(), HEIGHT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Wälder und 森", "Äcker \uD83D\uDE9C <\uD83C\uDF3E>", "ð\u00A0°¿"})
    void metadataOfAllCharactersAreUtf8AndReadBack(String image) throws Exception {
        Path file = folder.resolve("map.tif");
        try (ClassMapFile map = ClassMapFile.create(file, grid(NORTH_UP), Map.of("IMAGE_ID", image))) {
            map.rows(0, HEIGHT, codes(), new float[WIDTH * HEIGHT]);
            map.commit();
        }
        assertEquals(Map.of("IMAGE_ID", image), ClassMapProvenance.read(file));
        CloudOptimizedGeoTiff.copy(file, file);
        assertEquals(Map.of("IMAGE_ID", image), ClassMapProvenance.read(file));

        // As it stands in the file, where it is escaped, not as GDAL's bindings read it.
        String first = image.split("<", -1)[0];
        String utf8 = new String(first.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertTrue(Files.readString(file, StandardCharsets.ISO_8859_1).contains(utf8));
    }

    @Test
    void metadataThatEarlierVersionsWroteAreReadBack() {
        Path file = folder.resolve("earlier.tif");
        String image = "\uD83C\uDF33 trees";
        Gdal.load();
        Dataset earlier = gdal.GetDriverByName("GTiff").Create(file.toString(), WIDTH, HEIGHT, 1, gdalconst.GDT_Byte);
        earlier.SetMetadataItem("IMAGE_ID", image);
        earlier.delete();
        assertEquals(Map.of("IMAGE_ID", image), ClassMapProvenance.read(file));
    }

    @Test
    void tellsWhatItsCodesMean() {
        Dataset map = open(write(grid(NORTH_UP), codes(), HEIGHT));
        assertEquals("other", map.GetMetadataItem("CLASS_0"));
        assertEquals("tree_canopy", map.GetMetadataItem("CLASS_4"));
        assertEquals("a-model", map.GetMetadataItem("TREEHOUSE_MODEL"));
        Double[] nodata = new Double[1];
        map.GetRasterBand(1).GetNoDataValue(nodata);
        assertEquals(255, nodata[0]);
        assertEquals(
                new Color(SurfaceClass.WATER.rgb()),
                map.GetRasterBand(1).GetColorTable().GetColorEntry(3));
        assertTrue(map.GetProjection().contains("CH1903+ / LV95"));
        map.delete();
    }

    @Test
    void isAloneInItsFolder() throws Exception {
        write(grid(NORTH_UP), codes(), HEIGHT);
        try (var files = Files.list(folder)) {
            assertEquals(
                    List.of("map.tif"),
                    files.map(f -> f.getFileName().toString()).toList());
        }
    }

    @Test
    void leavesNothingBehindWhenItIsNotCommitted() throws Exception {
        try (ClassMapFile map = ClassMapFile.create(folder.resolve("map.tif"), grid(NORTH_UP), Map.of())) {
            map.rows(0, 300, codes(), new float[0]);
            assertThrows(IllegalStateException.class, map::commit);
        }
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Wälder und 森", "\uD83C\uDF33 trees"})
    void isWrittenIntoFoldersWithNamesOfAllLetters(String name) throws Exception {
        Assumptions.assumeTrue(
                "UTF-8".equals(System.getProperty("sun.jnu.encoding")), "The locale has no such letters in file names");
        Path target = Files.createDirectory(folder.resolve(name)).resolve(name + ".tif");
        byte[] codes = codes();
        try (ClassMapFile map = ClassMapFile.create(target, grid(NORTH_UP), Map.of())) {
            map.rows(0, HEIGHT, codes, new float[0]);
            map.commit();
        }
        assertArrayEquals(codes, read(target));
        CloudOptimizedGeoTiff.copy(target, target);
        assertArrayEquals(codes, read(target));
        try (var files = Files.list(target.getParent())) {
            assertEquals(List.of(target), files.toList());
        }
    }

    @Test
    void refusesRowsOutOfOrder() {
        try (ClassMapFile map = ClassMapFile.create(folder.resolve("map.tif"), grid(NORTH_UP), Map.of())) {
            map.rows(0, 10, codes(), new float[0]);
            assertThrows(IllegalArgumentException.class, () -> map.rows(11, 10, codes(), new float[0]));
            assertThrows(IllegalArgumentException.class, () -> map.rows(10, HEIGHT, codes(), new float[0]));
        }
    }

    @Test
    void saysWhereItCouldNotBeWritten() {
        Path nowhere = folder.resolve("missing/map.tif");
        UncheckedIOException fault =
                assertThrows(UncheckedIOException.class, () -> ClassMapFile.create(nowhere, grid(NORTH_UP), Map.of()));
        assertTrue(fault.getMessage().contains(nowhere.toString()), fault.getMessage());
    }

    @Test
    void becomesCloudOptimizedWithOverviewsOfTheSameCodes() throws Exception {
        Path map = writeBlocky();
        Path cog = folder.resolve("cog.tif");
        CloudOptimizedGeoTiff.copy(map, cog);
        assertArrayEquals(read(map), read(cog));
        Dataset copy = open(cog);
        assertEquals("COG", copy.GetMetadataItem("LAYOUT", "IMAGE_STRUCTURE"));
        assertEquals("building", copy.GetMetadataItem("CLASS_2"));
        assertArrayEquals(NORTH_UP, copy.GetGeoTransform(), 1e-9);
        assertEquals(
                new Color(SurfaceClass.WATER.rgb()),
                copy.GetRasterBand(1).GetColorTable().GetColorEntry(3));
        assertTrue(copy.GetRasterBand(1).GetOverviewCount() >= 1);
        byte[] overview = new byte[350 * 350];
        copy.GetRasterBand(1).GetOverview(0).ReadRaster(0, 0, 350, 350, overview);
        for (byte code : overview) {
            // Columns of code 0, 3 and nodata: averages would be 1, 2 or codes above 4.
            assertTrue(code == 0 || code == 3 || code == (byte) 255, "code " + code);
        }
        copy.delete();
        try (var files = Files.list(folder)) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void replacesTheClassMapByItsCloudOptimizedCopy() {
        Path map = writeBlocky();
        byte[] codes = read(map);
        CloudOptimizedGeoTiff.copy(map, map);
        assertArrayEquals(codes, read(map));
        Dataset copy = open(map);
        assertEquals("COG", copy.GetMetadataItem("LAYOUT", "IMAGE_STRUCTURE"));
        copy.delete();
        assertFalse(Files.exists(folder.resolve("map.tif.aux.xml")));
    }

    private Path writeBlocky() {
        int side = 700;
        byte[] codes = new byte[side * side];
        byte[] columns = {0, 0, 0, 3, 3, 3, (byte) 255, (byte) 255};
        for (int i = 0; i < codes.length; i++) {
            codes[i] = columns[i % side % columns.length];
        }
        GridReference grid = grid(NORTH_UP);
        return write(new GridReference(side, side, grid.transform(), grid.wkt(), false), codes, side);
    }

    private Path write(GridReference grid, byte[] codes, int rowsAtOnce) {
        Path target = folder.resolve("map.tif");
        try (ClassMapFile map = ClassMapFile.create(target, grid, Map.of("TREEHOUSE_MODEL", "a-model"))) {
            for (int row = 0; row < grid.height(); row += rowsAtOnce) {
                int rows = Math.min(rowsAtOnce, grid.height() - row);
                int from = row * grid.width();
                byte[] block = Arrays.copyOfRange(codes, from, from + rows * grid.width());
                map.rows(row, rows, block, new float[0]);
            }
            map.commit();
        }
        return target;
    }

    private static GridReference grid(double[] transform) {
        var reference = CrsName.reference("EPSG:2056");
        String wkt = reference.ExportToWkt();
        reference.delete();
        return new GridReference(WIDTH, HEIGHT, Optional.of(transform), Optional.of(wkt), false);
    }

    private static byte[] codes() {
        Random random = new Random(1);
        byte[] codes = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < codes.length; i++) {
            int code = random.nextInt(6);
            codes[i] = (byte) (code == 5 ? SurfaceClass.NODATA : code);
        }
        return codes;
    }

    private static byte[] read(Path map) {
        return ClassMapReader.read(map).classes();
    }

    private static Dataset open(Path map) {
        return Gdal.open(map.toString(), List.of("GTiff"));
    }
}
