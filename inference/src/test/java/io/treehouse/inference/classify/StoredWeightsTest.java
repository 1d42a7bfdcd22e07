package io.treehouse.inference.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.raster.ClassMapReader;
import io.treehouse.datasets.raster.RasterOptions;
import io.treehouse.inference.scene.WindowProgress;
import io.treehouse.model.bundle.BundleReader;
import io.treehouse.model.bundle.BundleWriter;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.bundle.NumberType;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.bundle.Weights;
import io.treehouse.model.engine.EngineOptions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What storing weights in 16 bits does to class maps of a real scene. */
class StoredWeightsTest {
    private static final Path SCENE =
            Path.of(System.getProperty("treehouse.home"), "datasets", "scenes", "virginia_naip_1m_rgbn.tif");

    /** Half the distance of two numbers of 11 significant bits, relative to the number at its least favourable. */
    private static final double ROUNDING = 0x1p-12;

    @TempDir
    Path folder;

    @Test
    void sixteenBitsChangeAtMostAThousandthOfTheMap() throws Exception {
        TrainedModel trained =
                withAllBits(BundleReader.read(ModelBundle.shippedPath()).model());
        byte[] expected = classMap(trained, NumberType.F32);
        byte[] actual = classMap(trained, NumberType.F16);

        assertEquals(597 * 510, expected.length);
        long same = IntStream.range(0, expected.length)
                .filter(i -> expected[i] == actual[i])
                .count();
        assertTrue(same >= 0.999 * expected.length, same + " of " + expected.length);
    }

    /**
     * The shipped model as it may have come out of its training: its weights were rounded to 16 bits when they were stored,
     * here each of them is somewhere within what rounds to it.
     */
    private static TrainedModel withAllBits(TrainedModel stored) {
        Random random = new Random(5);
        Map<String, float[]> arrays = new LinkedHashMap<>();
        for (String name : stored.weights().shapes().keySet()) {
            float[] values = stored.weights().array(name);
            for (int i = 0; i < values.length; i++) {
                values[i] *= (float) (1 + ROUNDING * (2 * random.nextDouble() - 1));
            }
            arrays.put(name, values);
        }
        return new TrainedModel(
                stored.name(),
                stored.version(),
                stored.network(),
                new Weights(stored.network(), arrays),
                stored.input(),
                stored.temperature(),
                stored.precisionCosts(),
                stored.training(),
                stored.errors(),
                stored.quantization());
    }

    private byte[] classMap(TrainedModel model, NumberType storage) throws Exception {
        Path bundle = folder.resolve(storage + ".bundle");
        BundleWriter.write(bundle, model, storage);
        Path map = folder.resolve(storage + ".tif");
        try (TileClassifier classifier =
                TileClassifier.open(BundleReader.read(bundle), EngineOptions.defaults(), "test")) {
            TileOutputs outputs = new TileOutputs(Optional.of(map), false, Optional.empty());
            classifier.classify(
                    new TileRequest(SCENE, RasterOptions.NONE, 1 << 20, null, null, outputs), WindowProgress.NONE);
        }
        return ClassMapReader.read(map).classes();
    }
}
