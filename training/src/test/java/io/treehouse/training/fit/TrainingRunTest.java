package io.treehouse.training.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.treehouse.datasets.catalog.CatalogReader;
import io.treehouse.datasets.catalog.Split;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.datasets.sample.TrainingPictures;
import io.treehouse.inference.scene.PixelProbabilities;
import io.treehouse.model.bundle.BundleReader;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.kernel.KernelChoice;
import io.treehouse.training.evaluate.ClassMapSource;
import io.treehouse.training.licence.LicenceHeritage;
import io.treehouse.training.selflabel.NarrowingRule;
import io.treehouse.training.selflabel.SelfLabelManifest;
import io.treehouse.training.selflabel.SelfLabeller;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs of one step, from the configuration's file to the bundle. */
class TrainingRunTest {
    private static final int SIZE = 32;
    private static final SelfLabelManifest.Model TEACHER = new SelfLabelManifest.Model(
            "teacher", "1", "0", 1, new LicenceHeritage(new TreeSet<>(List.of("non-commercial"))));

    @TempDir
    private Path folder;

    @BeforeEach
    void draw() throws IOException {
        Files.createDirectories(folder.resolve("town"));
        Files.writeString(folder.resolve("town/dataset.json"), """
                {"name": "town", "images": "images/*.png", "gsdMetres": 0.5, "licenceClass": "free",
                 "legend": {"0": {"classes": ["other", "tree_canopy"]}, "1": {"classes": ["water"]}}}
                """);
        Files.writeString(folder.resolve("locked.csv"), "set,pattern\n");
        Files.writeString(folder.resolve("validation.csv"), "set,pattern\ntown,^validation\n");
        for (String picture : List.of("training", "validation")) {
            for (String kind : List.of("images", "masks")) {
                BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
                int left = kind.equals("masks") ? 1 : 90;
                image.getRaster().setSamples(0, 0, SIZE / 2, SIZE, 0, constant(left));
                Path file = folder.resolve("town").resolve(kind).resolve(picture + ".png");
                Files.createDirectories(file.getParent());
                ImageIO.write(image, "png", file.toFile());
            }
        }
    }

    private static int[] constant(int value) {
        int[] values = new int[SIZE * SIZE];
        Arrays.fill(values, value);
        return values;
    }

    private TrainedModel train(String settings) throws IOException, InterruptedException {
        Path file = Files.writeString(
                folder.resolve("config.yaml"),
                """
                name: tiny
                sets: {town: 1}
                decoderWidth: 8
                headWidth: 8
                cropSize: 32
                batchSize: 1
                steps: 1
                warmupSteps: 0
                """ + (settings.contains("kernels:") ? "" : "kernels: nd4j\n") + settings);
        Path bundle = TrainingRun.run(TrainingConfigFile.read(file), folder, folder, folder, folder.resolve("run"));
        return BundleReader.read(bundle).model();
    }

    private record TreesEverywhere() implements ClassMapSource {
        @Override
        public String description() {
            return "trees";
        }

        @Override
        public double temperature() {
            return 1;
        }

        @Override
        public byte[] classify(LabelledTile tile, PixelProbabilities probabilities) {
            for (int i = 0; i < tile.width() * tile.height(); i++) {
                probabilities.pixel(i % tile.width(), i / tile.width(), new float[] {0.02f, 0, 0, 0, 0.98f});
            }
            return new byte[tile.width() * tile.height()];
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }

    private void selfLabel() throws IOException, InterruptedException {
        TrainingPictures pictures = new TrainingPictures(
                CatalogReader.read(folder.resolve("town/dataset.json"), folder), Split.read(folder));
        try (SelfLabeller labeller = new SelfLabeller(
                new TreesEverywhere(), new NarrowingRule(0.9, false, 1), folder.resolve("labels"), 1)) {
            labeller.label(List.of(pictures), TEACHER, 1);
        }
    }

    @Test
    void theModelIsCalibratedAndTellsWhatItLearnedFrom() throws Exception {
        selfLabel();

        TrainedModel model = train("borderSmoothing: 0.2\nselfLabels: " + folder.resolve("labels") + "\n");

        assertNotEquals(1, model.temperature());
        JsonNode manifest = model.training();
        assertEquals(1, manifest.get("steps").asInt());
        assertEquals(64, manifest.at("/split/validation.csv").asText().length());
        assertEquals(64, manifest.at("/datasets/town/contentSha256").asText().length());
        assertTrue(manifest.has("code"), manifest.toString());
        assertEquals(
                "[\"free\",\"non-commercial\"]", manifest.get("licenceClasses").toString());
        assertEquals("teacher", manifest.at("/selfLabels/model/name").asText());
        assertEquals(64, manifest.at("/selfLabels/sha256").asText().length());
    }

    @Test
    void withoutValidationPlacesTheLastStepIsTheModel() throws Exception {
        Files.writeString(folder.resolve("validation.csv"), "set,pattern\n");

        TrainedModel model = train("");

        assertEquals(1, model.temperature());
        assertEquals("[\"free\"]", model.training().get("licenceClasses").toString());
    }

    @Test
    void aTeacherThatLearnedFromOtherLicencesIsRefused() throws Exception {
        selfLabel();

        InputProblem problem = assertThrows(
                InputProblem.class, () -> train("licences: [free]\nselfLabels: " + folder.resolve("labels") + "\n"));

        assertTrue(problem.getMessage().contains("[non-commercial]"), problem.getMessage());
    }

    @Test
    void kernelsThatTheProcessorCannotRunAreRefusedBeforeAnythingIsTrained() {
        assumeFalse(KernelChoice.ONEDNN_BF16.isAvailable(), "this processor runs all kernels");

        InputProblem problem = assertThrows(InputProblem.class, () -> train("kernels: onednn-bf16\n"));

        assertTrue(
                problem.getMessage().contains("configuration asks for the kernels 'onednn-bf16'"),
                problem.getMessage());
    }
}
