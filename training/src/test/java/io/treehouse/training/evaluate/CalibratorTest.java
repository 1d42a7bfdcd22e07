package io.treehouse.training.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.treehouse.datasets.catalog.CatalogReader;
import io.treehouse.datasets.catalog.Split;
import io.treehouse.inference.drift.DriftReference;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.bundle.ModelInput;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.bundle.Weights;
import io.treehouse.model.engine.EngineOptions;
import io.treehouse.model.engine.PrecisionChoice;
import io.treehouse.model.network.Activation;
import io.treehouse.model.network.NetworkSpec;
import io.treehouse.model.network.Node.Convolution;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calibration of a model that says the same everywhere: {@code other}, with 1.5 · ln 3 as logit above {@code water}. */
class CalibratorTest {
    private static final int SIZE = 8;
    private static final double TEMPERATURE = 1.5;
    private static final double LOGIT = TEMPERATURE * Math.log(3);
    private static final NetworkSpec NETWORK = new NetworkSpec(
            "constant", List.of(new Convolution("logits", NetworkSpec.INPUT, 1, 1, 3, 5, false, Activation.NONE)));

    @TempDir
    private Path folder;

    @BeforeEach
    void draw() throws IOException {
        Files.writeString(folder.resolve("dataset.json"), """
                {"name": "town", "images": "images/*.png", "gsdMetres": 0.5,
                 "legend": {"0": {"classes": ["other"]}, "1": {"classes": ["water"]}}}
                """);
        Files.writeString(folder.resolve("locked.csv"), "set,pattern\ntown,^locked\n");
        picture("locked", SIZE);
        picture("training", SIZE);
        picture("validation", SIZE / 4);
    }

    /** A picture of which so many rows are water. */
    private void picture(String name, int waterRows) throws IOException {
        for (String kind : List.of("images", "masks")) {
            BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
            for (int i = 0; i < waterRows * SIZE; i++) {
                image.getRaster().setSample(i % SIZE, i / SIZE, 0, 1);
            }
            Path file = folder.resolve(kind).resolve(name + ".png");
            Files.createDirectories(file.getParent());
            ImageIO.write(image, "png", file.toFile());
        }
    }

    private static ModelBundle model() {
        float[] biases = {(float) LOGIT, -40, -40, 0, -40};
        TrainedModel model = new TrainedModel(
                "constant",
                "1",
                NETWORK,
                new Weights(NETWORK, Map.of("logits.w", new float[15], "logits.b", biases)),
                ModelInput.standard(),
                7,
                List.of(),
                JsonNodeFactory.instance.objectNode(),
                List.of(),
                Optional.empty());
        return new ModelBundle(model, "0".repeat(64));
    }

    private Optional<TrainedModel> calibrate(String validation, Split.Part part)
            throws IOException, InterruptedException {
        Files.writeString(folder.resolve("validation.csv"), "set,pattern\ntown," + validation + "\n");
        HeldOutPlaces places = new HeldOutPlaces(
                List.of(CatalogReader.read(folder.resolve("dataset.json"), folder)), Split.read(folder), part);
        return Calibrator.calibrate(model(), places, new EngineOptions(PrecisionChoice.EXACT, 1));
    }

    @Test
    void theTemperatureMakesConfidenceTheShareThatIsRight() throws Exception {
        // Three quarters of the validation picture are other: 1 / (1 + e^(−1.5 · ln 3 / T)) = 0.75 at T = 1.5. The
        // locked and
        // the training picture, where nothing is right, and the temperature before do not matter.
        double temperature =
                calibrate("^validation", Split.Part.VALIDATION).orElseThrow().temperature();

        assertEquals(TEMPERATURE, temperature, 1e-3);
    }

    @Test
    void theManifestTellsTheStatisticsOfWhatTheModelLearnedFromAndNothingOfLockedPlaces() throws Exception {
        TrainedModel calibrated =
                calibrate("^validation", Split.Part.VALIDATION).orElseThrow();

        DriftReference reference = DriftReference.in(calibrated.training());

        assertEquals(2, reference.pictures());
        assertEquals(0.5, reference.features().get("gsdMetres").mean());
        assertEquals(1, reference.features().get("bandCount").mean());
        assertEquals(1, reference.features().get("shareOther").mean());
        // The training picture is all 1, the validation picture a quarter of that: its first pixel is the sample.
        assertEquals(1, reference.features().get("meanRed").mean());
        assertEquals(0.75, reference.features().get("meanConfidence").mean(), 1e-3);
    }

    @Test
    void withoutAValidationPictureThereIsNothingToFit() throws Exception {
        assertTrue(calibrate("^nowhere", Split.Part.VALIDATION).isEmpty());
    }

    @Test
    void lockedPlacesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> calibrate("^validation", Split.Part.LOCKED));
    }
}
