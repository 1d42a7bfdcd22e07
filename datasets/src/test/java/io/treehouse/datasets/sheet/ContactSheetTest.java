package io.treehouse.datasets.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.catalog.CatalogReader;
import io.treehouse.datasets.catalog.Split;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactSheetTest {
    /** Left panel of the first pair: below the heading and the caption, right of the margin. */
    private static final int LEFT = 8;

    private static final int TOP = 48;

    /** Distance between a pixel of a picture and the same pixel below its labels. */
    private static final int TO_LABELS = TilePanel.SIDE + 4;

    @TempDir
    private Path data;

    private Catalog catalog;
    private Split split;

    @BeforeEach
    void describe() throws IOException {
        Files.createDirectories(data.resolve("images"));
        Files.createDirectories(data.resolve("masks"));
        Files.writeString(data.resolve("locked.csv"), "set,pattern\n");
        Files.writeString(data.resolve("validation.csv"), "set,pattern\n");
        split = Split.read(data);
        catalog = CatalogReader.read(Files.writeString(data.resolve("dataset.json"), """
                {"name": "town", "images": "images/*.png", "gsdMetres": 0.5,
                 "legend": {"0": {"name": "land", "classes": ["other", "built_up"]}, "1": {"classes": ["water"]}}}
                """), data);
    }

    /** A picture of one colour, twice as wide as high, whose right half is labelled 1. */
    private void pair(String name, int rgb) throws IOException {
        BufferedImage image = new BufferedImage(8, 4, BufferedImage.TYPE_INT_RGB);
        BufferedImage mask = new BufferedImage(8, 4, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 32; i++) {
            image.setRGB(i % 8, i / 8, rgb);
            mask.getRaster().setSample(i % 8, i / 8, 0, i % 8 / 4);
        }
        ImageIO.write(image, "png", data.resolve("images/" + name + ".png").toFile());
        ImageIO.write(mask, "png", data.resolve("masks/" + name + ".png").toFile());
    }

    private BufferedImage draw(int pictures) {
        return ContactSheet.draw(catalog, split, new SheetOptions(pictures, 1));
    }

    @Test
    void showsAPictureBesideItsLabels() throws IOException {
        pair("a", 0x204060);

        BufferedImage sheet = draw(4);

        int left = LEFT + TilePanel.SIDE / 4;
        int right = LEFT + TilePanel.SIDE * 3 / 4;
        int middle = TOP + TilePanel.SIDE / 4;
        assertEquals(0x204060, sheet.getRGB(left, middle) & 0xFFFFFF);
        assertEquals(0x204060, sheet.getRGB(right, middle) & 0xFFFFFF);
        // Yellow F0E442, the first colour for a set of several classes, half over 20 40 60.
        assertEquals(0x889251, sheet.getRGB(left + TO_LABELS, middle) & 0xFFFFFF);
        assertEquals(0x105989, sheet.getRGB(right + TO_LABELS, middle) & 0xFFFFFF);
    }

    @Test
    void theLegendShowsItsColoursOverWhite() throws IOException {
        pair("a", 0x204060);

        BufferedImage sheet = draw(1);

        int water = SurfaceClass.WATER.rgb();
        int half = (water >> 17 & 127) + 128 << 16 | (water >> 9 & 127) + 128 << 8 | (water >> 1 & 127) + 128;
        int lastLine = sheet.getHeight() - 8 - 10;
        assertEquals(half, sheet.getRGB(LEFT + 5, lastLine) & 0xFFFFFF);
    }

    @Test
    void passesOverPicturesThatCannotBeRead() throws IOException {
        pair("a", 0x204060);
        pair("b", 0x204060);
        pair("c", 0x204060);
        Files.delete(data.resolve("masks/b.png"));

        assertEquals(draw(3).getHeight(), draw(2).getHeight());
        assertEquals(draw(60).getHeight(), draw(2).getHeight());
    }

    @Test
    void isWrittenAsPng() throws IOException {
        pair("a", 0x204060);
        Path file = data.resolve("sheet.png");

        ContactSheet.write(catalog, split, new SheetOptions(1, 1), file);

        assertEquals(draw(1).getWidth(), ImageIO.read(file.toFile()).getWidth());
    }

    @Test
    void saysWhereItCannotBeWritten() throws IOException {
        pair("a", 0x204060);
        Path nowhere = data.resolve("nowhere/sheet.png");

        InputProblem problem = assertThrows(
                InputProblem.class, () -> ContactSheet.write(catalog, split, new SheetOptions(1, 1), nowhere));

        assertTrue(problem.getMessage().contains(nowhere.toString()), problem.getMessage());
    }

    @Test
    void theLegendHasALineForEachLabelAndForWhatElseOccurs() {
        List<SheetLegend.Line> lines = SheetLegend.of(catalog, List.of(ClassSet.IGNORE));

        assertEquals("other or built_up   ←  0  land", lines.get(0).text());
        assertEquals("water   ←  1", lines.get(1).text().strip());
        assertEquals("not known", lines.get(2).text());
    }
}
