package io.treehouse.datasets.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.datasets.catalog.CatalogReader;
import io.treehouse.datasets.catalog.Split;
import io.treehouse.datasets.catalog.Split.Part;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        assertEquals(Map.of(Part.TRAINING, 2), found.picturesByPart());
        assertEquals(new GsdRange(0.5, 0.5), found.gsdMetres());
        assertEquals(4, found.pixels().of(SurfaceClass.WATER));
        assertEquals(28, found.pixels().oneOfSeveral());
        assertEquals(0, found.pixels().unlabelled());
        String text = DatasetCheckText.of(found);
        assertTrue(text.contains("town: 2 pictures (2 training) of 2 places, 0.500 to 0.500 m"), text);
        assertTrue(text.contains("water             12.5 %"), text);
    }

    @Test
    void namesPicturesWithoutLabelsAndPlacesThatLeak() throws IOException {
        pair("a1", 1);
        pair("a2", 1);
        Files.delete(data.resolve("masks/a1.png"));

        DatasetCheck found = check();

        assertFalse(found.isClean());
        assertEquals("a1", found.unreadablePairs().get(0).picture());
        assertEquals(
                List.of(new DatasetCheck.LeakingPlace("a", Set.of(Part.TRAINING, Part.LOCKED))), found.leakingPlaces());
        String text = DatasetCheckText.of(found);
        assertTrue(text.contains("a1.png has no labels"), text);
        assertTrue(text.contains("a is in [training, locked]"), text);
    }

    @Test
    void listsMasksOfAnotherSizeApartFromOtherFaults() throws IOException {
        pair("a1", 1);
        ImageIO.write(
                new BufferedImage(5, 3, BufferedImage.TYPE_BYTE_GRAY),
                "png",
                data.resolve("masks/a1.png").toFile());

        DatasetCheck found = check();

        assertEquals(List.of(new DatasetCheck.SizeMismatch("a1", 4, 4, 5, 3)), found.sizeMismatches());
        assertEquals(List.of(), found.unreadablePairs());
        assertFalse(found.isClean());
        String text = DatasetCheckText.of(found);
        assertTrue(text.contains("a1 has 4 × 4 pixels, its mask 5 × 3"), text);
    }

    @Test
    void jsonHoldsWhatTheTextSays() throws IOException {
        pair("a1", 4);
        pair("a2", 0);
        pair("b1", 0);
        BufferedImage mask = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY);
        mask.getRaster().setSample(0, 0, 0, 7);
        ImageIO.write(mask, "png", data.resolve("masks/b1.png").toFile());

        JsonNode json = new ObjectMapper().readTree(DatasetCheckJson.of(check()));

        assertEquals("town", json.get("dataset").asText());
        assertFalse(json.get("clean").asBoolean());
        assertEquals(2, json.at("/picturesByPart/training").asInt());
        assertEquals(0.5, json.at("/gsdMetres/largest").asDouble());
        assertEquals(48, json.at("/pixels/total").asInt());
        assertEquals(4.0 / 48, json.at("/pixels/classes/water/fraction").asDouble(), 1e-12);
        assertEquals(1, json.at("/pixels/notLabelled/pixels").asInt());
        assertEquals("7", json.at("/unknownLabels/0/label").asText());
        assertEquals("locked", json.at("/leakingPlaces/0/parts/1").asText());
        assertEquals(0, json.get("sizeMismatches").size());
    }

    @Test
    void jsonOfADataSetWithoutPicturesHasNoFigures() throws IOException {
        JsonNode json = new ObjectMapper().readTree(DatasetCheckJson.of(check()));

        assertTrue(json.get("gsdMetres").isNull());
        assertTrue(json.at("/pixels/classes/water/fraction").isNull());
        assertFalse(json.get("clean").asBoolean());
    }
}
