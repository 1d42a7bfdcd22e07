package io.treehouse.training.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.treehouse.datasets.catalog.CatalogReader;
import io.treehouse.datasets.catalog.Split;
import io.treehouse.datasets.sample.LabelledTile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingDataTest {
    @TempDir
    private Path folder;

    private void pair(String name) throws IOException {
        for (String kind : List.of("images", "masks")) {
            Path file = folder.resolve("town/" + kind + "/" + name + ".png");
            Files.createDirectories(file.getParent());
            ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY), "png", file.toFile());
        }
    }

    @Test
    void holdsNothingThatTheSplitKeepsBack() throws IOException {
        for (String name : List.of("locked1", "validation1", "unused1", "training1", "training2")) {
            pair(name);
        }
        Files.writeString(folder.resolve("town/dataset.json"), """
                {"name": "town", "root": "town", "images": "images/*.png", "gsdMetres": 0.5,
                 "legend": {"0": {"classes": ["water"]}}}
                """);
        for (String part : List.of("locked", "validation", "unused")) {
            Files.writeString(folder.resolve(part + ".csv"), "set,pattern\ntown,^" + part + "\n");
        }

        TrainingData data = TrainingData.read(
                List.of(CatalogReader.read(folder.resolve("town/dataset.json"), folder)),
                Split.read(folder),
                Optional.empty());

        assertEquals(
                List.of("training1", "training2"),
                data.tiles().stream().map(LabelledTile::name).toList());
    }
}
