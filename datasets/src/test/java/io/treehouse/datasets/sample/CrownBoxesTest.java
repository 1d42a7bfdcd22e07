package io.treehouse.datasets.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.catalog.CatalogReader;
import io.treehouse.datasets.problem.InputProblem;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrownBoxesTest {
    private static final String FORM = """
            "labels": {"kind": "crown-boxes", "elsewhere": ["other"]},
            "legend": {"tree_canopy": {"classes": ["tree_canopy"]}}""";

    @TempDir
    private Path folder;

    @BeforeEach
    void drawAPicture() throws IOException {
        Files.createDirectories(folder.resolve("images"));
        Files.createDirectories(folder.resolve("boxes"));
        BufferedImage picture = new BufferedImage(12, 6, BufferedImage.TYPE_INT_RGB);
        ImageIO.write(picture, "png", folder.resolve("images/a.png").toFile());
    }

    private LabelledTiles tiles() throws IOException {
        Path catalog = Files.writeString(
                folder.resolve("dataset.json"), "{\"name\": \"t\", \"gsdMetres\": 0.2, " + FORM + "}");
        return new LabelledTiles(CatalogReader.read(catalog, folder));
    }

    private String drawn(InspectedTile inspected) {
        StringBuilder drawn = new StringBuilder();
        for (int i = 0; i < inspected.tile().classSets().length; i++) {
            drawn.append(
                    switch (inspected.tile().classSets()[i]) {
                        case 16 -> 'T';
                        case 1 -> 'o';
                        default -> '.';
                    });
            drawn.append((i + 1) % inspected.tile().width() == 0 ? "\n" : "");
        }
        return drawn.toString();
    }

    @Test
    void takesTheMiddleOfABoxForTheCrownAndKnowsNothingOfItsRest() throws IOException {
        // The ellipse of 0.8 × 5 pixels has a radius of 2: centres up to 2 pixels from the middle are in it.
        Files.writeString(folder.resolve("boxes/a.csv"), """
                x0,y0,x1,y1,class
                1,0,6,5,tree_canopy
                8.0,-3.0,20.0,2.0,bush
                """);

        InspectedTile inspected = tiles().inspect("a");

        assertEquals("""
                o..T..oooooo
                o.TTT.oooooo
                oTTTTToooooo
                o.TTT.oooooo
                o..T..oooooo
                oooooooooooo
                """, drawn(inspected));
        assertEquals(Map.of("bush", 1L), inspected.unknownLabels());
    }

    @Test
    void aCrownWinsOverTheRestOfAnotherBox() throws IOException {
        Files.writeString(folder.resolve("boxes/a.csv"), """
                x0,y0,x1,y1,class
                0,0,5,5,tree_canopy
                3,0,8,5,tree_canopy
                """);

        assertEquals("""
                ..T..T..oooo
                .TTTTTT.oooo
                TTTTTTTToooo
                .TTTTTT.oooo
                ..T..T..oooo
                oooooooooooo
                """, drawn(tiles().inspect("a")));
    }

    @Test
    void aPictureWithoutATableOrWithAFaultyOneIsNamed() throws IOException {
        InputProblem missing = assertThrows(InputProblem.class, () -> tiles().read("a"));
        assertTrue(missing.getMessage().contains("a.png has no labels"), missing.getMessage());

        Files.writeString(folder.resolve("boxes/a.csv"), "x0,y0,x1,y1,class\n1,2,three,4,tree_canopy\n");
        InputProblem faulty = assertThrows(InputProblem.class, () -> tiles().read("a"));
        assertTrue(faulty.getMessage().contains("a.csv cannot be read"), faulty.getMessage());
    }

    @Test
    void agreesWithTheMasksThatWereMadeOfRealBoxes() throws IOException {
        String data = System.getenv("TREEHOUSE_DATA");
        Assumptions.assumeTrue(data != null, "TREEHOUSE_DATA is not set: real boxes were not looked at");
        Path set = Path.of(data, "tree_crowns_mix");
        Path boxes = Files.writeString(folder.resolve("dataset.json"), """
                {"name": "boxes", "root": "tree_crowns_mix", "images": "images/neon_SJER_*.jpg", "gsdMetres": 0.2, %s}
                """.formatted(FORM));
        LabelledTiles fromBoxes = new LabelledTiles(CatalogReader.read(boxes, set.getParent()));
        LabelledTiles fromMasks = new LabelledTiles(
                CatalogReader.read(Path.of("catalogs/tree_crowns_mix/dataset.json"), set.getParent()));
        for (String name : fromBoxes.names()) {
            byte[] expected = fromMasks.read(name).classSets();
            byte[] found = fromBoxes.read(name).classSets();
            int equal = 0;
            for (int i = 0; i < found.length; i++) {
                // Outside of the boxes the masks allow more than this catalogue does, and begin a pixel or two later.
                equal += (found[i] == 1 ? 1 + 2 + 16 : found[i]) == expected[i] ? 1 : 0;
            }
            assertTrue(equal > 0.95 * found.length, name + ": " + equal + " of " + found.length);
        }
        assertEquals(2, fromBoxes.names().size());
    }
}
