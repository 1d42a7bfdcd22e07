package io.treehouse.training.evaluate.disturb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.treehouse.datasets.catalog.CatalogReader;
import io.treehouse.datasets.catalog.Split;
import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.inference.scene.PixelProbabilities;
import io.treehouse.training.evaluate.ClassMapSource;
import io.treehouse.training.evaluate.EvaluationReport;
import io.treehouse.training.evaluate.Evaluator;
import io.treehouse.training.evaluate.HeldOutPlaces;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of bright roofs on dark ground, and a "model" that takes what is brighter than 128 for a roof. */
class RobustnessTest {
    private static final int SIZE = 16;

    @TempDir
    Path folder;

    @BeforeEach
    void drawOneLockedAndOneTrainingPicture() throws IOException {
        Files.writeString(folder.resolve("dataset.json"), """
                {"name": "town", "root": ".", "images": "images/*.png", "gsdMetres": 0.5,
                 "legend": {"0": {"classes": ["other"]}, "1": {"classes": ["building"]}}}
                """);
        Files.writeString(folder.resolve("locked.csv"), "set,pattern\ntown,^north\n");
        Files.writeString(folder.resolve("validation.csv"), "set,pattern\n");
        for (String name : List.of("north", "south")) {
            BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
            BufferedImage mask = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
            for (int i = 0; i < SIZE * SIZE; i++) {
                boolean roof = i % SIZE < SIZE / 2;
                image.setRGB(i % SIZE, i / SIZE, roof ? 0xFAFAFA : 0x141414);
                mask.getRaster().setSample(i % SIZE, i / SIZE, 0, roof ? 1 : 0);
            }
            write(image, "images/" + name);
            write(mask, "masks/" + name);
        }
    }

    private void write(BufferedImage image, String name) throws IOException {
        Path file = folder.resolve(name + ".png");
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }

    private record BrightRoofs() implements ClassMapSource {
        @Override
        public String description() {
            return "bright roofs";
        }

        @Override
        public double temperature() {
            return 1;
        }

        @Override
        public byte[] classify(LabelledTile tile, PixelProbabilities probabilities) {
            byte[] classes = new byte[tile.width() * tile.height()];
            for (int i = 0; i < classes.length; i++) {
                boolean bright = (tile.rgb()[3 * i] & 255) > 128;
                classes[i] = (byte) (bright ? SurfaceClass.BUILDING : SurfaceClass.OTHER).code();
            }
            return classes;
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }

    @Test
    void whatTheDarkHidesIsLost() throws InterruptedException {
        HeldOutPlaces locked = new HeldOutPlaces(
                List.of(CatalogReader.read(folder.resolve("dataset.json"), folder)),
                Split.read(folder),
                Split.Part.LOCKED);
        EvaluationReport plain = Evaluator.evaluate(locked, new BrightRoofs());

        Robustness robustness = Robustness.measure(locked, new BrightRoofs(), plain);

        assertEquals(1, plain.tiles().size());
        assertEquals(1, plain.meanIntersectionOverUnion().orElseThrow());
        // Nothing is bright any more: no building is found, and half of what is taken for other is not.
        assertEquals(1 - (0 + 0.5) / 2, robustness.loss(Disturbance.DARK), 1e-12);
        assertEquals(0, robustness.loss(Disturbance.GAMMA_1_8), 1e-12);
        assertEquals(Disturbance.values().length, robustness.disturbed().size());
    }
}
