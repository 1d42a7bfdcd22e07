package io.treehouse.training.retrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.catalog.CatalogReader;
import io.treehouse.datasets.catalog.Split;
import io.treehouse.datasets.problem.InputProblem;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused and what is skipped before anything is trained. */
class NewImageryTest {
    private static final int SIZE = 8;

    @TempDir
    private Path folder;

    private String catalog = """
            {"name": "town", "images": "images/*", "gsdMetres": 0.5, "place": "^([a-z]+)",
             "legend": {"0": {"classes": ["other"]}, "1": {"classes": ["water"]}}}
            """;

    @BeforeEach
    void split() throws IOException {
        Files.writeString(folder.resolve("locked.csv"), "set,pattern\n");
        Files.writeString(folder.resolve("validation.csv"), "set,pattern\n");
    }

    private NewImagery check() throws IOException {
        return check(0.2);
    }

    private NewImagery check(double holdOut) throws IOException {
        Path file = Files.writeString(folder.resolve("dataset.json"), catalog);
        return NewImagery.check(CatalogReader.read(file, folder), Split.read(folder), holdOut);
    }

    private void pair(String name, int left, int right) throws IOException {
        draw("images/" + name, SIZE, 90, 90);
        draw("masks/" + name, SIZE, left, right);
    }

    private void draw(String name, int size, int left, int right) throws IOException {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < size * size; i++) {
            image.getRaster().setSample(i % size, i / size, 0, i % size < size / 2 ? left : right);
        }
        Path file = folder.resolve(name + ".png");
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }

    private void assertRefused(String words) {
        InputProblem refused = assertThrows(InputProblem.class, this::check);
        assertTrue(refused.getMessage().contains(words), refused.getMessage());
    }

    @Test
    void placesAreHeldOutWhereNobodyHas() throws IOException {
        for (String place : List.of("a", "b", "c", "d", "e")) {
            pair(place + "1", 0, 1);
            pair(place + "2", 0, 1);
        }

        assertEquals(Set.of("e1", "e2"), check().heldOut());
        assertEquals(Set.of("c1", "c2", "e1", "e2"), check(0.4).heldOut());

        Files.writeString(folder.resolve("validation.csv"), "set,pattern\ntown,^a\n");
        assertEquals(Set.of(), check().heldOut());
    }

    @Test
    void picturesThatCannotBeUsedAreSkippedWithTheReason() throws IOException {
        for (String place : List.of("a", "b", "c")) {
            pair(place, 0, 1);
        }
        pair("d", 0, 1);
        draw("masks/d", SIZE / 2, 0, 1);
        pair("e", 0, 1);
        Files.writeString(folder.resolve("images/e.png"), "no picture");
        draw("images/f", SIZE, 90, 90);

        NewImagery found = check();

        assertEquals(Set.of("d", "e", "f"), found.skipped().keySet());
        assertEquals("it has 8 × 8 pixels, its mask 4 × 4", found.skipped().get("d"));
        assertEquals(Set.of("c"), found.heldOut());
    }

    @Test
    void aSetWithoutPicturesIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("images"));
        assertRefused("it has no pictures");
    }

    @Test
    void aSetWhosePicturesCannotBeReadIsRefused() throws IOException {
        pair("a", 0, 1);
        Files.writeString(folder.resolve("images/a.png"), "no picture");
        assertRefused("no picture is left to train on, of 1; 1 cannot be used (first, a: ");
    }

    @Test
    void aSetWhoseMasksAreOfAnotherSizeIsRefusedForThat() throws IOException {
        pair("a", 0, 1);
        draw("masks/a", SIZE / 2, 0, 1);
        assertRefused("(first, a: it has 8 × 8 pixels, its mask 4 × 4)");
    }

    @Test
    void labelsThatTheLegendLacksAreRefused() throws IOException {
        pair("a", 0, 7);
        assertRefused("its legend lacks 1 labels; first, the picture a has 7 32 times");
    }

    @Test
    void coloursThatTheLegendLacksAreRefused() throws IOException {
        catalog = catalog.replace("\"0\"", "\"#5A5A5A\"")
                .replace("\"1\"", "\"#000001\"")
                .replace("\"gsdMetres\"", "\"labels\": {\"kind\": \"colour-mask\"}, \"gsdMetres\"");
        pair("a", 90, 91);
        assertRefused("its legend lacks 1 labels; first, the picture a has #5B5B5B 32 times");
    }

    @Test
    void labelsOfOneClassAreRefused() throws IOException {
        pair("a", 1, 1);
        pair("b", 1, 1);
        assertRefused("all its labels are of one class");
    }

    @Test
    void labelsThatSayNothingAreRefused() throws IOException {
        catalog = catalog.replace("[\"water\"]", "[]").replace("[\"other\"]", "[]");
        pair("a", 0, 1);
        assertRefused("no pixel of it is labelled");
    }

    @Test
    void aStatedGroundSamplingDistanceThatTheGeoreferencingContradictsIsRefused() throws IOException {
        pair("a", 0, 1);
        pair("b", 0, 1);
        Path geoTiff = Path.of(System.getProperty("treehouse.home"), "datasets/scenes/virginia_naip_1m_rgbn.tif");
        Files.copy(geoTiff, folder.resolve("images/c.tif"));
        assertRefused("stated for the picture c is 0.500 times the one that its georeferencing tells");
    }

    @Test
    void aSinglePictureIsTrainedOnAndNothingIsLeftToMeasureOn() throws IOException {
        pair("a", 0, 1);
        assertEquals(Set.of(), check().heldOut());
    }
}
