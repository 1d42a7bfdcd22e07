package io.treehouse.datasets.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.catalog.CatalogReader;
import io.treehouse.datasets.problem.InputProblem;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bits of classes: 1 other, 2 built-up, 4 building, 8 water, 16 tree canopy. */
class LabelFormsTest {
    private static final int SIDE = 4;

    @TempDir
    private Path folder;

    @BeforeEach
    void drawAPicture() throws IOException {
        draw("images/a.png", BufferedImage.TYPE_INT_RGB, 0x102030, 0x405060);
    }

    @Test
    void readsColours() throws IOException {
        draw("masks/a.png", BufferedImage.TYPE_INT_RGB, 0xFF0000, 0x0000F0);
        InspectedTile exact = tiles("colour-mask\"", COLOURS).inspect("a");
        assertArrayEquals(halves(4, 0), exact.tile().classSets());
        assertEquals(Map.of("#0000F0", 8L), exact.unknownLabels());
        InspectedTile nearest =
                tiles("colour-mask\", \"nearest\": true", COLOURS).inspect("a");
        assertArrayEquals(halves(4, 8), nearest.tile().classSets());
        assertEquals(Map.of(), nearest.unknownLabels());
        assertEquals(0x10, nearest.tile().rgb()[0]);
    }

    @Test
    void readsValues() throws IOException {
        draw("masks/a.png", BufferedImage.TYPE_BYTE_GRAY, 0x000000, 0xFFFFFF);
        InspectedTile tile = tiles("value-mask\"", "{\"0\": {\"classes\": [\"other\", \"water\"]}}")
                .inspect("a");
        assertArrayEquals(halves(9, 0), tile.tile().classSets());
        assertEquals(Map.of("255", 8L), tile.unknownLabels());
    }

    @Test
    void valuesOfAPalettePictureAreItsIndices() throws IOException {
        byte[] greys = {(byte) 200, (byte) 100};
        IndexColorModel palette = new IndexColorModel(8, 2, greys, greys, greys);
        BufferedImage mask = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_INDEXED, palette);
        for (int i = 0; i < SIDE * SIDE; i++) {
            mask.getRaster().setSample(i % SIDE, i / SIDE, 0, i % SIDE < SIDE / 2 ? 0 : 1);
        }
        Files.createDirectories(folder.resolve("masks"));
        ImageIO.write(mask, "png", folder.resolve("masks/a.png").toFile());
        InspectedTile tile = tiles(
                        "value-mask\"", "{\"0\": {\"classes\": [\"other\"]}, \"1\": {\"classes\": [\"water\"]}}")
                .inspect("a");
        assertArrayEquals(halves(1, 8), tile.tile().classSets());
    }

    @Test
    void paintsPolygonsInPixelsOfAPictureWithoutGeoreferencing() throws IOException {
        Files.createDirectories(folder.resolve("labels"));
        Files.writeString(folder.resolve("labels/a.geojson"), """
                {"type": "FeatureCollection", "features": [
                  {"type": "Feature", "properties": {"kind": "pond"}, "geometry":
                    {"type": "Polygon", "coordinates": [[[0, 0], [2, 0], [2, 4], [0, 4], [0, 0]]]}},
                  {"type": "Feature", "properties": {"kind": "ufo"}, "geometry":
                    {"type": "Polygon", "coordinates": [[[3, 0], [4, 0], [4, 1], [3, 1], [3, 0]]]}}]}
                """);
        InspectedTile tile = tiles(
                        "polygons\", \"attribute\": \"kind\", \"elsewhere\": [\"other\"]",
                        "{\"pond\": {\"classes\": [\"water\"]}}")
                .inspect("a");
        assertArrayEquals(halves(8, 1), tile.tile().classSets());
        assertEquals(Map.of("ufo", 1L), tile.unknownLabels());
    }

    @Test
    void namesThePictureWhoseLabelsAreMissing() throws IOException {
        InputProblem problem = assertThrows(
                InputProblem.class, () -> tiles("colour-mask\"", COLOURS).read("a"));
        assertTrue(problem.getMessage().contains("a.png has no labels"), problem.getMessage());
    }

    @Test
    void refusesAMaskOfAnotherSize() throws IOException {
        Files.createDirectories(folder.resolve("masks"));
        ImageIO.write(
                new BufferedImage(3, 5, BufferedImage.TYPE_INT_RGB),
                "png",
                folder.resolve("masks/a.png").toFile());
        InputProblem problem = assertThrows(
                InputProblem.class, () -> tiles("colour-mask\"", COLOURS).read("a"));
        assertTrue(problem.getMessage().contains("3 × 5 pixels, its picture 4 × 4"), problem.getMessage());
    }

    @Test
    void listsNames() throws IOException {
        assertEquals(
                List.of("a"),
                tiles("value-mask\"", "{\"0\": {\"classes\": []}}").names());
    }

    private static final String COLOURS =
            "{\"#FF0000\": {\"classes\": [\"building\"]}, \"#0000FF\": {\"classes\": [\"water\"]}}";

    private LabelledTiles tiles(String kind, String legend) throws IOException {
        String json = "{\"name\": \"t\", \"gsdMetres\": 0.5, \"labels\": {\"kind\": \"%s}, \"legend\": %s}"
                .formatted(kind, legend);
        return new LabelledTiles(CatalogReader.read(Files.writeString(folder.resolve("dataset.json"), json), folder));
    }

    /** A square with one label in the left half and another in the right one. */
    private static byte[] halves(int left, int right) {
        byte[] labels = new byte[SIDE * SIDE];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (i % SIDE < SIDE / 2 ? left : right);
        }
        return labels;
    }

    private void draw(String name, int type, int left, int right) throws IOException {
        BufferedImage image = new BufferedImage(SIDE, SIDE, type);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                image.setRGB(x, y, x < SIDE / 2 ? left : right);
            }
        }
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }
}
