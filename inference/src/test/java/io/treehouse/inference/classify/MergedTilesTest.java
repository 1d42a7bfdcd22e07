package io.treehouse.inference.classify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.raster.ClassMapReader;
import io.treehouse.datasets.raster.RasterOptions;
import io.treehouse.datasets.raster.RgbGeoTiff;
import io.treehouse.datasets.vector.FeatureFormat;
import io.treehouse.inference.scene.WindowProgress;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.bundle.TestModels;
import io.treehouse.model.engine.EngineOptions;
import io.treehouse.model.engine.PrecisionChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A picture of 300 × 120 pixels that is cut in two, and classified as one tile again. */
class MergedTilesTest {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 120;
    private static final int BORDER = 130;

    /** West and east of a line of longitude that crosses the picture, and the border between its halves. */
    private static final String ZONES = """
            {"type": "FeatureCollection", "features": [
             {"type": "Feature", "properties": {"id": "w"}, "geometry": {"type": "Polygon", "coordinates":
              [[[11.35, 46.92], [11.3525, 46.92], [11.3520, 46.94], [11.35, 46.94], [11.35, 46.92]]]}},
             {"type": "Feature", "properties": {"id": "e"}, "geometry": {"type": "Polygon", "coordinates":
              [[[11.3525, 46.92], [11.36, 46.92], [11.36, 46.94], [11.3520, 46.94], [11.3525, 46.92]]]}}]}
            """;

    @TempDir
    private static Path folder;

    private static TileClassifier classifier;
    private static Path zones;

    @BeforeAll
    static void open() throws Exception {
        classifier = TileClassifier.open(
                new ModelBundle(TestModels.tiny(), "ab".repeat(32)), new EngineOptions(PrecisionChoice.EXACT, 2), "1");
        zones = Files.writeString(folder.resolve("zones.geojson"), ZONES);
    }

    @AfterAll
    static void close() {
        classifier.close();
    }

    @Test
    void whatABorderBetweenFilesCutsIsOneObject() throws Exception {
        Path west = picture("west.tif", 0, BORDER);
        Path east = picture("east.tif", BORDER, WIDTH);

        TileClassification whole = classify("whole", List.of(picture("whole.tif", 0, WIDTH)));
        TileClassification merged = classify("merged", List.of(east, west));

        assertArrayEquals(classes("whole"), classes("merged"));
        assertEquals(whole.classes(), merged.classes());
        assertEquals(whole.objects(), merged.objects());
        assertTrue(
                whole.objects().get("built_up_area").count() > 0,
                whole.objects().toString());
        assertEquals(objects("whole"), objects("merged"));
        assertEquals(whole.zones(), merged.zones());
        assertNull(whole.mergedFrom());
        assertEquals(List.of("east.tif", "west.tif"), merged.mergedFrom());
    }

    @Test
    void zonesOverSeveralTilesAddUpToTheWhole() throws Exception {
        TileClassification whole = classify("w", List.of(picture("w.tif", 0, WIDTH)));
        TileClassification west = classify("l", List.of(picture("l.tif", 0, BORDER)));
        TileClassification east = classify("r", List.of(picture("r.tif", BORDER, WIDTH)));

        double ofAll = 0;
        for (int zone = 0; zone < 2; zone++) {
            double pixels = west.zones().get(zone).valid().pixels()
                    + east.zones().get(zone).valid().pixels();
            // The border between the zones is bent by the projection, which each tile follows to 0.02 pixels.
            assertEquals(whole.zones().get(zone).valid().pixels(), pixels, 0.02 * HEIGHT);
            assertTrue(pixels > 10_000, "zone " + zone + " has " + pixels + " pixels");
            ofAll += pixels;
        }
        assertEquals(WIDTH * HEIGHT, ofAll, 1e-6);
    }

    private static TileClassification classify(String name, List<Path> files) throws InterruptedException {
        TileOutputs outputs = new TileOutputs(
                Optional.of(map(name)),
                false,
                Optional.empty(),
                ObjectOutputs.file(folder.resolve(name + ".geojson"), FeatureFormat.GEOJSON));
        return classifier.classify(
                new TileRequest(
                        files,
                        RasterOptions.NONE,
                        Long.MAX_VALUE,
                        "scene",
                        null,
                        outputs,
                        Optional.of(ZoneRequest.of(zones)),
                        Optional.empty()),
                WindowProgress.NONE);
    }

    private static Path map(String name) {
        return folder.resolve(name + ".classes.tif");
    }

    private static byte[] classes(String name) {
        return ClassMapReader.read(map(name)).classes();
    }

    private static String objects(String name) throws Exception {
        return Files.readString(folder.resolve(name + ".geojson"));
    }

    /** The columns of the picture from one to before another, patches of noise. */
    private static Path picture(String name, int from, int to) {
        Path file = folder.resolve(name);
        RgbGeoTiff.write(file, from, to - from, HEIGHT, 0.5, (row, rgb) -> {
            Random random = new Random(row / 20);
            byte[] whole = new byte[3 * WIDTH];
            int colour = 0;
            for (int i = 0; i < whole.length; i++) {
                colour = i % 60 == 0 ? random.nextInt() : colour;
                whole[i] = (byte) ((colour >> 8 * (i % 3)) + random.nextInt(9));
            }
            System.arraycopy(whole, 3 * from, rgb, 0, rgb.length);
        });
        return file;
    }
}
