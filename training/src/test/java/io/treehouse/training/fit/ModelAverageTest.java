package io.treehouse.training.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.model.bundle.BundleReader;
import io.treehouse.model.bundle.BundleWriter;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.bundle.NumberType;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.bundle.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelAverageTest {
    private static final ModelBundle MODEL = BundleReader.read(ModelBundle.shippedPath());

    @TempDir
    private Path folder;

    /** The shipped model with every weight plus one. */
    private ModelBundle raised() throws IOException {
        TrainedModel model = MODEL.model();
        Map<String, float[]> arrays = new LinkedHashMap<>();
        for (String name : model.weights().shapes().keySet()) {
            float[] values = model.weights().array(name);
            for (int i = 0; i < values.length; i++) {
                values[i] += 1;
            }
            arrays.put(name, values);
        }
        Path file = folder.resolve("raised.zip");
        BundleWriter.write(
                file,
                new TrainedModel(
                        "raised",
                        "2",
                        model.network(),
                        new Weights(model.network(), arrays),
                        model.input(),
                        1.0,
                        List.of(),
                        model.training(),
                        List.of(),
                        Optional.empty()),
                NumberType.F32);
        return BundleReader.read(file);
    }

    @Test
    void weightsLieBetweenThoseOfBothModelsAndTheManifestNamesThem() throws IOException {
        ModelBundle raised = raised();

        TrainedModel average = ModelAverage.of(MODEL, raised, 0.25, "3");

        float[] expected = MODEL.model().weights().array("stem.w");
        for (int i = 0; i < expected.length; i++) {
            expected[i] += 0.25f;
        }
        assertArrayEquals(expected, average.weights().array("stem.w"), 1e-5f);
        assertEquals("raised", average.name());
        assertEquals("3", average.version());
        assertEquals(1, average.temperature(), "it has to be calibrated anew");
        assertTrue(average.errors().isEmpty() && average.precisionCosts().isEmpty());
        assertEquals(
                raised.sha256(),
                average.training().path("averageOf").path(1).path("sha256").asText());
        assertEquals(
                0.75, average.training().path("averageOf").path(0).path("share").asDouble());
    }

    @Test
    void modelsOfDifferentNetworksAreRefused() {
        ModelBundle unblurred =
                BundleReader.read(ModelBundle.shippedPath().resolveSibling("treehouse-land-cover-1.zip"));

        InputProblem problem = assertThrows(InputProblem.class, () -> ModelAverage.of(unblurred, MODEL, 0.5, "3"));

        assertTrue(problem.getMessage().contains("different networks"), problem.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"-0.1, 3, share", "1.5, 3, share", "NaN, 3, share", "0.5, ../3, version"})
    void impossibleSharesAndVersionsAreRefused(double share, String version, String named) {
        InputProblem problem = assertThrows(InputProblem.class, () -> ModelAverage.of(MODEL, MODEL, share, version));

        assertTrue(problem.getMessage().contains(named), problem.getMessage());
    }
}
