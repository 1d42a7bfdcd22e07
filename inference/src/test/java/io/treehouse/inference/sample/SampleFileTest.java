package io.treehouse.inference.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.raster.ClassMapFile;
import io.treehouse.datasets.raster.GridReference;
import io.treehouse.datasets.raster.Raster;
import io.treehouse.datasets.raster.RasterOptions;
import io.treehouse.datasets.raster.RasterOptionsParser;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFileTest {
    private static final int WIDTH = 60;
    private static final int HEIGHT = 40;
    private static final RasterOptions PLACED =
            RasterOptionsParser.parse(Map.of("bbox", "500000,5538600,500060,5538640", "crs", "EPSG:32633"));

    @TempDir
    Path folder;

    private Path classMap;

    /** Columns 0 to 9 water, the rest trees, but for one row without imagery. */
    @BeforeEach
    void drawMap() throws Exception {
        Path picture = folder.resolve("picture.png");
        ImageIO.write(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
        GridReference grid;
        try (Raster raster = Raster.open(picture, PLACED, Long.MAX_VALUE)) {
            grid = raster.grid();
        }
        byte[] classes = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = (byte) (i / WIDTH == 7 ? 255 : i % WIDTH < 10 ? 3 : 4);
        }
        classMap = folder.resolve("map.classes.tif");
        try (ClassMapFile map = ClassMapFile.create(classMap, grid, Map.of())) {
            map.rows(0, HEIGHT, classes, new float[classes.length]);
            map.commit();
        }
    }

    @Test
    void eachClassIsAStratumWithItsPixelsAndArea() {
        SampleDraw sample = SampleDraw.of(classMap, 60, 20, 7);

        Stratum water = sample.strata().get(0);
        assertEquals("water", water.mapClass().label());
        assertEquals(390, water.pixels());
        // A pixel of 1 m of UTM on the central meridian has 1 / 0.9996² m² on the ground.
        assertEquals(390 / (0.9996 * 0.9996), water.areaM2(), 0.05);
        assertEquals(20, water.points());
        assertEquals(40, sample.strata().get(1).points());
        assertEquals(60, new HashSet<>(sample.pixels()).size());
        assertTrue(
                sample.pixels().stream().allMatch(p -> p.y() != 7 && p.x() < 10 == (p.mapClass() == water.mapClass())));
    }

    @Test
    void aSeedDrawsTheSameSampleAgain() {
        assertEquals(
                SampleDraw.of(classMap, 60, 20, 7).pixels(),
                SampleDraw.of(classMap, 60, 20, 7).pixels());
        assertNotEquals(
                SampleDraw.of(classMap, 60, 20, 7).pixels(),
                SampleDraw.of(classMap, 60, 20, 8).pixels());
    }

    @Test
    void everyPixelOfAStratumIsAsLikely() {
        int[] drawn = new int[WIDTH * HEIGHT];
        for (int seed = 0; seed < 300; seed++) {
            SampleDraw.of(classMap, 400, 200, seed).pixels().forEach(p -> drawn[p.y() * WIDTH + p.x()]++);
        }
        // 200 of 390 pixels 300 times: about 154 each, with a standard deviation of 8.7.
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < 10 && y != 7; x++) {
                assertEquals(154, drawn[y * WIDTH + x], 45);
            }
        }
    }

    @Test
    void whatIsWrittenAndLabelledIsReadBack() throws Exception {
        SampleDraw sample = SampleDraw.of(classMap, 60, 20, 7);
        for (String name : List.of("sample.csv", "sample.geojson")) {
            Path file = folder.resolve(name);
            SampleFile.write(file, sample, Map.of());

            Path labelled = Files.writeString(folder.resolve("labelled"), labelled(Files.readString(file)));
            LabelledSample read = SampleFile.read(labelled);

            for (int i = 0; i < 2; i++) {
                assertEquals(
                        sample.strata().get(i).mapClass(), read.strata().get(i).mapClass());
                assertEquals(
                        sample.strata().get(i).pixels(), read.strata().get(i).pixels());
                assertEquals(
                        sample.strata().get(i).areaM2(), read.strata().get(i).areaM2(), 1e-6);
            }
            assertArrayEquals(new long[] {0, 0, 0, 20, 0}, read.counts()[0]);
            assertArrayEquals(new long[] {0, 0, 0, 40, 0}, read.counts()[1]);
            assertEquals(0, read.unlabelled());
        }
    }

    @Test
    void aMapWithoutImageryIsRefused() throws Exception {
        Path empty = folder.resolve("empty.classes.tif");
        byte[] nodata = new byte[WIDTH * HEIGHT];
        Arrays.fill(nodata, (byte) 255);
        try (Raster drawn = Raster.open(classMap, RasterOptions.NONE, Long.MAX_VALUE);
                ClassMapFile map = ClassMapFile.create(empty, drawn.grid(), Map.of())) {
            map.rows(0, HEIGHT, nodata, new float[nodata.length]);
            map.commit();
        }

        InputProblem problem = assertThrows(InputProblem.class, () -> SampleDraw.of(empty, 60, 20, 7));

        assertTrue(problem.getMessage().contains("nothing to draw"), problem.getMessage());
    }

    @Test
    void columnsAndMapAreExplained() throws Exception {
        Path file = folder.resolve("sample.geojson");

        SampleFile.write(file, SampleDraw.of(classMap, 60, 20, 7), Map.of("CLASS_MAP_SHA256", "ab"));

        JsonNode sample = new ObjectMapper().readTree(file.toFile());
        assertEquals("ab", sample.at("/metadata/CLASS_MAP_SHA256").asText());
        assertEquals("m2", sample.at("/columns/stratumAreaM2/unit").asText());
    }

    /** Every point is water. */
    private static String labelled(String text) {
        return text.contains("{")
                ? text.replace("\"reference\":null", "\"reference\":\"water\"")
                : text.replaceAll("(?m)^(\\d+),,", "$1,water,");
    }

    @Test
    void aSampleThatWasNotLabelledOrLacksPointsIsRefused() throws Exception {
        Path file = folder.resolve("sample.csv");
        SampleFile.write(file, SampleDraw.of(classMap, 60, 20, 7), Map.of());
        assertRefused(file, "0 labelled points");

        List<String> lines = Files.readAllLines(file);
        Files.write(file, lines.subList(0, lines.size() - 3));
        assertRefused(file, "were drawn");

        Files.writeString(file, "id;reference\n1;water\n");
        assertRefused(file, "Point 1");
        Files.writeString(file, lines.get(0) + "\n" + lines.get(1).replaceFirst(",,", ",meadow,"));
        assertRefused(file, "meadow");
    }

    private static void assertRefused(Path file, String words) {
        InputProblem problem = assertThrows(InputProblem.class, () -> SampleFile.read(file));
        assertTrue(problem.getMessage().contains(words), problem.getMessage());
    }

    @Test
    void pointsAreSharedOutWithALeastNumberForRareClasses() {
        assertArrayEquals(new int[] {50, 0, 10, 90}, Allocation.of(new long[] {1000, 0, 10, 9000}, 150, 50));
        assertArrayEquals(new int[] {3, 2}, Allocation.of(new long[] {3, 2}, 100, 2));
    }
}
