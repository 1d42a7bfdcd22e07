package io.treehouse.training.retrain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.treehouse.model.bundle.BundleReader;
import io.treehouse.model.bundle.ModelBundle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartAverageTest {
    private static final Path LEARNED = ModelBundle.shippedPath();

    /** Another training of the same network. */
    private static final ModelBundle START =
            BundleReader.read(LEARNED.resolveSibling("treehouse-land-cover-leave-out-1.zip"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.5, 0.7})
    void theAverageThatScoresBestIsKept(double best) throws Exception {
        float[] wanted = mixed(best);

        Path kept = StartAverage.best(
                START, LEARNED, folder, model -> OptionalDouble.of(-distance(weights(model), wanted)));

        assertArrayEquals(wanted, weights(BundleReader.read(kept)), 1e-3f);
        assertEquals(
                best,
                BundleReader.read(kept)
                        .model()
                        .training()
                        .at("/averageOf/1/share")
                        .asDouble());
    }

    @Test
    void whereNothingIsBetterTheTrainedModelStays() throws Exception {
        assertEquals(LEARNED, StartAverage.best(START, LEARNED, folder, model -> OptionalDouble.of(0.5)));
    }

    @Test
    void withoutValidationPlacesNothingIsAveraged() throws Exception {
        List<ModelBundle> asked = new ArrayList<>();

        Path kept = StartAverage.best(START, LEARNED, folder, model -> {
            asked.add(model);
            return OptionalDouble.empty();
        });

        assertEquals(LEARNED, kept);
        assertEquals(1, asked.size());
    }

    private static float[] weights(ModelBundle model) {
        return model.model().weights().array("head4.w");
    }

    private static float[] mixed(double share) {
        float[] start = weights(START);
        float[] learned = weights(BundleReader.read(LEARNED));
        float[] mixed = new float[start.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (float) (start[i] + share * (learned[i] - start[i]));
        }
        return mixed;
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum;
    }
}
