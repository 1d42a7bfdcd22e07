package io.treehouse.datasets.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.catalog.CatalogReader;
import io.treehouse.datasets.catalog.Split;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetCheckTest {
    @TempDir
    Path data;

    private DatasetCheck check() throws IOException {
        Files.writeString(data.resolve("dataset.json"), """
                {"name": "town", "images": "images/*.png", "gsdMetres": 0.5, "place": "^(.)",
                 "legend": {"0": {"classes": ["other", "built_up"]}, "1": {"classes": ["water"]}}}
                """);
        Files.writeString(data.resolve("locked.csv"), "set,pattern\ntown,^a2\n");
        Files.writeString(data.resolve("validation.csv"), "set,pattern\n");
        return DatasetCheck.of(CatalogReader.read(data.resolve("dataset.json"), data), Split.read(data));
    }

    /** A grey picture whose mask has so many pixels of 1, the others 0. */
    private void pair(String name, int ones) throws IOException {
        Files.createDirectories(data.resolve("images"));
        Files.createDirectories(data.resolve("masks"));
        ImageIO.write(
                new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB),
                "png",
                data.resolve("images/" + name + ".png").toFile());
        BufferedImage mask = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < ones; i++) {
            mask.getRaster().setSample(i % 4, i / 4, 0, 1);
        }
        ImageIO.write(mask, "png", data.resolve("masks/" + name + ".png").toFile());
    }

    @Test
    void countsPicturesAndClasses() throws IOException {
        pair("a1", 4);
        pair("b1", 0);

        DatasetCheck found = check();

        assertTrue(found.isClean());
        assertEquals(2, found.pictures());
        assertEquals(4, found.certainPixels().get(SurfaceClass.WATER));
        assertEquals(28, found.openPixels());
        assertTrue(found.text().contains("water             12.5 %"), found.text());
    }

    @Test
    void namesPicturesWithoutLabelsAndPlacesThatLeak() throws IOException {
        pair("a1", 1);
        pair("a2", 1);
        Files.delete(data.resolve("masks/a1.png"));

        DatasetCheck found = check();

        assertFalse(found.isClean());
        assertTrue(found.text().contains("a1.png has no labels"), found.text());
        assertTrue(found.leakingPlaces().get(0).startsWith("a is in"), found.text());
    }
}
