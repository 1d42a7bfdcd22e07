package io.treehouse.datasets.raster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.gdal.gdalconst.gdalconst;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no whole picture are refused, never answered as black. */
class DamagedRasterTest {
    private static final int SIDE = 200;
    private static final long LIMIT = 8192L * 8192;

    @TempDir
    private Path folder;

    @BeforeAll
    static void loadGdal() {
        Gdal.load();
    }

    @ParameterizedTest
    @CsvSource({
        "GTiff, COMPRESS=NONE",
        "GTiff, COMPRESS=DEFLATE",
        "GTiff, TILED=YES",
        "GTiff, COMPRESS=JPEG",
        "GTiff, COMPRESS=LZW",
        "COG, COMPRESS=DEFLATE",
        "PNG, ZLEVEL=6",
        "JPEG, QUALITY=90",
        "JPEG, PROGRESSIVE=YES",
        "JP2OpenJPEG, QUALITY=100"
    })
    void refusesFilesThatAreCutOff(String driver, String option) throws IOException {
        byte[] whole = Files.readAllBytes(DrawnRaster.copy(noise(), folder.resolve("whole"), driver, option));
        for (double share : new double[] {0.02, 0.3, 0.5, 0.9, 0.99}) {
            Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, (int) (share * whole.length)));
            InputProblem problem = assertThrows(InputProblem.class, () -> readAll(cut), "at " + share);
            assertEquals(Kind.UNREADABLE_RASTER, problem.kind());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "just text",
                "<VRTDataset rasterXSize=\"1\"><SourceFilename>/etc/hostname</SourceFilename></VRTDataset>",
                "PK\u0003\u0004 zip",
                "/vsicurl/http://localhost/a.tif",
                "PG:dbname=secret",
                "{\"type\": \"FeatureCollection\"}",
                "GIF89a"
            })
    void refusesWhatIsNoRasterByWhatItIs(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("a.tif"), content, StandardCharsets.ISO_8859_1);
        InputProblem problem = assertThrows(InputProblem.class, () -> readAll(file));
        assertEquals(Kind.UNSUPPORTED_FORMAT, problem.kind());
    }

    @Test
    void refusesEmptyFilesAndBareSignatures() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.tif"));
        assertEquals(
                Kind.UNREADABLE_RASTER,
                assertThrows(InputProblem.class, () -> readAll(empty)).kind());
        Path magic = Files.write(folder.resolve("magic.tif"), new byte[] {'I', 'I', 42, 0});
        assertEquals(
                Kind.UNREADABLE_RASTER,
                assertThrows(InputProblem.class, () -> readAll(magic)).kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/vsicurl/http://localhost/a.tif", "PG:dbname=secret", "missing.tif"})
    void takesNamesForFilesOnly(String name) {
        assertEquals(
                Kind.NOT_FOUND,
                assertThrows(InputProblem.class, () -> readAll(Path.of(name))).kind());
    }

    @Test
    void refusesHeadersThatClaimTooManyPixels() throws IOException {
        Path bomb = Files.write(folder.resolve("bomb.tif"), tiffHeader(100_000, 100_000, 1));
        InputProblem problem = assertThrows(InputProblem.class, () -> readAll(bomb));
        assertEquals(Kind.TOO_LARGE, problem.kind());
        assertTrue(problem.getMessage().contains("100000 × 100000"), problem.getMessage());
    }

    @Test
    void refusesPicturesInOneHugeBlock() throws IOException {
        Path bomb = Files.write(folder.resolve("bomb.tif"), tiffHeader(8000, 8000, 64));
        assertEquals(
                Kind.TOO_LARGE,
                assertThrows(InputProblem.class, () -> readAll(bomb)).kind());
    }

    @Test
    void leavesNoFileOpen() throws IOException {
        byte[] whole = Files.readAllBytes(noise());
        Path cut = Files.write(folder.resolve("cut.tif"), Arrays.copyOf(whole, whole.length / 2));
        long before = openFiles();
        for (int i = 0; i < 500; i++) {
            assertThrows(InputProblem.class, () -> readAll(cut));
        }
        assertTrue(openFiles() <= before + 5, before + " files were open, now " + openFiles());
    }

    private static long openFiles() throws IOException {
        try (var files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        }
    }

    private Path noise() {
        Random random = new Random(5);
        return DrawnRaster.geoTiff(folder.resolve("noise.tif"), SIDE, SIDE, 3, gdalconst.GDT_Byte, dataset -> {
            for (int band = 1; band <= 3; band++) {
                DrawnRaster.draw(dataset, band, (x, y) -> random.nextInt(256));
            }
        });
    }

    /** A little-endian TIFF of one strip whose pixels are missing. */
    private static byte[] tiffHeader(int width, int height, int bitsPerSample) {
        int[][] entries = {
            {256, 4, width},
            {257, 4, height},
            {258, 3, bitsPerSample},
            {259, 3, 8},
            {262, 3, 1},
            {273, 4, 8},
            {277, 3, 1},
            {278, 4, height},
            {279, 4, 100},
            {339, 3, bitsPerSample == 64 ? 3 : 1}
        };
        ByteBuffer header = ByteBuffer.allocate(400).order(ByteOrder.LITTLE_ENDIAN);
        header.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(120);
        header.position(120);
        header.putShort((short) entries.length);
        for (int[] entry : entries) {
            header.putShort((short) entry[0])
                    .putShort((short) entry[1])
                    .putInt(1)
                    .putInt(entry[2]);
        }
        return header.putInt(0).array();
    }

    private static void readAll(Path file) {
        try (Raster raster = Raster.open(file, RasterOptions.NONE, LIMIT)) {
            float[] rgb = new float[3 * SIDE * SIDE];
            raster.read(new PixelWindow(0, 0, SIDE, SIDE), rgb, new boolean[SIDE * SIDE]);
        }
    }
}
