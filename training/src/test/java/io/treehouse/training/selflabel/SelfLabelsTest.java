package io.treehouse.training.selflabel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.catalog.CatalogReader;
import io.treehouse.datasets.catalog.Split;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.datasets.sample.TrainingPictures;
import io.treehouse.inference.scene.PixelProbabilities;
import io.treehouse.training.evaluate.ClassMapSource;
import io.treehouse.training.licence.LicenceHeritage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A drawn data set whose vegetation is trees where it is bright, by a teacher that knows only that. */
class SelfLabelsTest {
    private static final SelfLabelManifest.Model TEACHER =
            new SelfLabelManifest.Model("teacher", "1", "0", 1, LicenceHeritage.NONE);
    private static final int VEGETATION = 1;
    private static final int ROOF = 2;
    private static final byte TREES_BY_MODEL = 16 | 32;

    @TempDir
    private Path folder;

    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void draw() throws IOException {
        Files.writeString(folder.resolve("dataset.json"), """
                {"name": "town", "images": "images/*.png", "gsdMetres": 0.5,
                 "legend": {"0": {"classes": []},
                            "1": {"classes": ["other", "tree_canopy"]}, "2": {"classes": ["building"]}}}
                """);
        Files.writeString(folder.resolve("locked.csv"), "set,pattern\ntown,^locked\n");
        Files.writeString(folder.resolve("validation.csv"), "set,pattern\ntown,^validation\n");
        for (String name : List.of("a", "b", "locked1", "validation1")) {
            // Bright and dark vegetation, a roof, and a pixel without label.
            image("images/" + name, 250, 10, 250, 250);
            image("masks/" + name, VEGETATION, VEGETATION, ROOF, 0);
        }
    }

    private void image(String name, int... values) throws IOException {
        BufferedImage image = new BufferedImage(values.length, 1, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSamples(0, 0, values.length, 1, 0, values);
        Path file = folder.resolve(name + ".png");
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }

    private final class Teacher implements ClassMapSource {
        @Override
        public String description() {
            return "bright is trees";
        }

        @Override
        public double temperature() {
            return 1;
        }

        @Override
        public byte[] classify(LabelledTile tile, PixelProbabilities probabilities) {
            seen.add(tile.name());
            for (int i = 0; i < tile.width(); i++) {
                float bright = (tile.rgb()[3 * i] & 255) / 255f;
                probabilities.pixel(i, 0, new float[] {0.6f - bright * 0.6f, 0, 0.4f - bright * 0.4f, 0, bright});
            }
            return new byte[tile.width()];
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }

    private TrainingPictures pictures() {
        return new TrainingPictures(CatalogReader.read(folder.resolve("dataset.json"), folder), Split.read(folder));
    }

    private SelfLabelManifest label(boolean unlabelled) throws IOException, InterruptedException {
        NarrowingRule rule = new NarrowingRule(0.9, unlabelled, 1);
        try (SelfLabeller labeller = new SelfLabeller(new Teacher(), rule, out(), 2)) {
            return labeller.label(List.of(pictures()), TEACHER, 1);
        }
    }

    private Path out() {
        return folder.resolve("labels");
    }

    private LabelledTile training(String name) {
        return SelfLabels.open(out()).apply(pictures().read(name).tile());
    }

    @Test
    void setsAreNarrowedAndMarkedAndCertainLabelsStay() throws Exception {
        SelfLabelManifest manifest = label(false);

        // The dark pixel is grass at 0.92 among grass and trees.
        assertArrayEquals(
                new byte[] {TREES_BY_MODEL, 1 | 32, 4, 0}, training("a").classSets());
        SelfLabelManifest.DataSet town = manifest.datasets().get("town");
        assertEquals(new Narrowed(4, 0, Map.of("tree_canopy", 2L, "other", 2L)), town.sets());
        assertEquals(2, town.certainPixels());
    }

    @Test
    void missingLabelsAreGivenOnDemand() throws Exception {
        label(true);

        assertArrayEquals(
                new byte[] {TREES_BY_MODEL, 1 | 32, 4, TREES_BY_MODEL},
                training("b").classSets());
    }

    @Test
    void theModelNeverSeesALockedOrValidationPlace() throws Exception {
        SelfLabelManifest manifest = label(true);

        assertEquals(List.of("a", "b"), seen.stream().sorted().toList());
        assertEquals(
                List.of("a", "b"),
                List.copyOf(manifest.datasets().get("town").pictures().keySet()));
    }

    @Test
    void aPictureWithoutAnythingToNarrowIsNotLookedAt() throws Exception {
        image("masks/a", ROOF, ROOF, ROOF, ROOF);

        label(true);

        assertEquals(List.of("b"), seen);
        assertArrayEquals(new byte[] {4, 4, 4, 4}, training("a").classSets());
    }

    @Test
    void whatIsReadBackIsWhatWasWritten() throws Exception {
        SelfLabelManifest written = label(true);

        byte[] json = Files.readAllBytes(out().resolve(SelfLabelManifest.FILE));
        assertEquals(written, SelfLabelManifest.ofJson(json));
        assertEquals(Digests.of(json), SelfLabels.open(out()).sha256());
    }

    @Test
    void labelsThatChangedSinceAreNoticed() throws Exception {
        label(false);
        image("masks/a", ROOF, VEGETATION, ROOF, 0);

        String message = assertThrows(InputProblem.class, () -> training("a")).getMessage();

        assertTrue(message.contains("picture a of the data set town"), message);
        assertTrue(message.contains("other colours or labels"), message);
    }

    @Test
    void aPictureThatWasNotLabelledIsNamed() throws Exception {
        label(false);
        image("images/c", 1, 2);
        image("masks/c", 1, 1);

        String message = assertThrows(InputProblem.class, () -> training("c")).getMessage();

        assertTrue(message.contains("picture c of the data set town"), message);
    }

    @Test
    void aMaskThatIsGoneOrChangedIsNamed() throws Exception {
        label(false);
        Files.delete(out().resolve("town/a.png"));
        Files.write(out().resolve("town/b.png"), MaskFile.encode(4, 1, new byte[4]));

        assertTrue(assertThrows(InputProblem.class, () -> training("a"))
                .getMessage()
                .contains("a.png"));
        assertTrue(assertThrows(InputProblem.class, () -> training("b"))
                .getMessage()
                .contains("b.png was changed"));
    }

    @Test
    void aFolderWithoutManifestSaysWhatMakesOne() {
        InputProblem problem = assertThrows(InputProblem.class, () -> SelfLabels.open(folder));

        assertTrue(problem.remedy().contains("self-label"), problem.remedy());
    }
}
