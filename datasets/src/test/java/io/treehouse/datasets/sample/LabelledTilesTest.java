package io.treehouse.datasets.sample;

import static io.treehouse.datasets.scheme.SurfaceClass.BUILDING;
import static io.treehouse.datasets.scheme.SurfaceClass.BUILT_UP;
import static io.treehouse.datasets.scheme.SurfaceClass.OTHER;
import static io.treehouse.datasets.scheme.SurfaceClass.TREE_CANOPY;
import static io.treehouse.datasets.scheme.SurfaceClass.WATER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.catalog.CatalogReader;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledTilesTest {
    private static final int SIZE = 8;
    private static final String COLOURS = """
            {"name": "town", "root": "town", "images": "images/*.png", "gsdMetres": 10, "place": "^(.)",
             "labels": {"kind": "colour-mask", "nearest": true},
             "legend": {"#FF0000": {"classes": ["building"]}, "#0000FF": {"classes": ["water"]},
                        "#00FF00": {"classes": ["tree_canopy", "other"]}, "#000000": {"classes": []}}%s}
            """;

    @TempDir
    Path data;

    @BeforeEach
    void folders() throws IOException {
        Files.createDirectories(data.resolve("town/images"));
        Files.createDirectories(data.resolve("town/masks"));
    }

    private LabelledTiles tiles(String json) throws IOException {
        Catalog catalog = CatalogReader.read(Files.writeString(data.resolve("dataset.json"), json), data);
        return new LabelledTiles(catalog);
    }

    private void image(String path, BufferedImage image) throws IOException {
        ImageIO.write(image, "png", data.resolve("town").resolve(path).toFile());
    }

    private static BufferedImage filled(int rgb) {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < SIZE * SIZE; i++) {
            image.setRGB(i % SIZE, i / SIZE, rgb);
        }
        return image;
    }

    private static int bits(SurfaceClass... classes) {
        return ClassSet.of(classes).bits();
    }

    @Test
    void coloursCountAsTheNearestOfTheLegend() throws IOException {
        BufferedImage mask = filled(0xFF0000);
        mask.setRGB(1, 0, 0x10EE20);
        mask.setRGB(2, 0, 0x050505);
        image("images/a1.png", filled(0x123456));
        image("masks/a1.png", mask);

        LabelledTile tile = tiles(COLOURS.formatted("")).read("a1");

        assertEquals(bits(BUILDING), tile.classSets()[0]);
        assertEquals(bits(TREE_CANOPY, OTHER), tile.classSets()[1]);
        assertEquals(0, tile.classSets()[2]);
        assertEquals("a", tile.place());
        assertEquals(0x34, tile.rgb()[1]);
    }

    @Test
    void aMaskMayBeAPalettePicture() throws IOException {
        byte[] red = {0, (byte) 255};
        byte[] none = {0, 0};
        byte[] blue = {(byte) 255, 0};
        BufferedImage mask = new BufferedImage(
                SIZE, SIZE, BufferedImage.TYPE_BYTE_INDEXED, new IndexColorModel(8, 2, red, none, blue));
        mask.getRaster().setSample(3, 0, 0, 1);
        image("images/a1.png", filled(0));
        image("masks/a1.png", mask);

        LabelledTile tile = tiles(COLOURS.formatted("")).read("a1");

        assertEquals(bits(WATER), tile.classSets()[0]);
        assertEquals(bits(BUILDING), tile.classSets()[3]);
    }

    @Test
    void largeRegionsAreRelaxedForTrainingAndNotForScoring() throws IOException {
        // 6 pixels of 100 m² are a block at more than 500 m²; the single roof of 100 m² is not.
        BufferedImage mask = filled(0x0000FF);
        for (int i = 0; i < 6; i++) {
            mask.setRGB(i % 3, i / 3, 0xFF0000);
        }
        mask.setRGB(7, 7, 0xFF0000);
        image("images/a1.png", filled(0));
        image("masks/a1.png", mask);
        LabelledTiles tiles =
                tiles(COLOURS.formatted(", \"denseBlocks\": {\"classes\": [\"building\"], \"largerThanM2\": 500,"
                        + " \"become\": [\"building\", \"built_up\"]}"));

        byte[] training = tiles.readForTraining("a1").classSets();

        assertEquals(bits(BUILDING, BUILT_UP), training[0]);
        assertEquals(bits(BUILDING), training[63]);
        assertEquals(bits(BUILDING), tiles.read("a1").classSets()[0]);
    }

    @Test
    void namesAreThoseOfThePicturesInOrder() throws IOException {
        image("images/b.png", filled(0));
        image("images/a.png", filled(0));

        assertEquals(List.of("a", "b"), tiles(COLOURS.formatted("")).names());
    }

    @Test
    void aMaskOfAnotherSizeIsRefusedWithBothSizes() throws IOException {
        image("images/a1.png", filled(0));
        image("masks/a1.png", new BufferedImage(5, 4, BufferedImage.TYPE_INT_RGB));
        LabelledTiles tiles = tiles(COLOURS.formatted(""));

        InputProblem problem = assertThrows(InputProblem.class, () -> tiles.read("a1"));

        assertTrue(problem.getMessage().contains("5 × 4"), problem.getMessage());
        assertTrue(problem.getMessage().contains("8 × 8"), problem.getMessage());
    }

    @Test
    void aMissingFolderSaysWhereItWasLookedForAndWhatToSet() throws IOException {
        String elsewhere = COLOURS.formatted("").replace("\"root\": \"town\"", "\"root\": \"nowhere\"");

        InputProblem problem = assertThrows(InputProblem.class, () -> tiles(elsewhere));

        assertTrue(problem.getMessage().contains(data.resolve("nowhere").toString()), problem.getMessage());
        assertTrue(problem.remedy().contains("TREEHOUSE_DATA"), problem.remedy());
    }

    @Test
    void aClassThatDoesNotExistIsNamed() throws IOException {
        String wrong = COLOURS.formatted("").replace("[\"water\"]", "[\"sea\"]");

        InputProblem problem = assertThrows(InputProblem.class, () -> tiles(wrong));

        assertTrue(problem.getMessage().contains("'sea'"), problem.getMessage());
    }
}
