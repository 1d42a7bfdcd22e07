package io.treehouse.model.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.datasets.raster.PixelWindow;
import io.treehouse.datasets.raster.Raster;
import io.treehouse.datasets.raster.RasterOptions;
import io.treehouse.model.bundle.BundleReader;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.bundle.TestModels;
import io.treehouse.model.engine.EngineOptions;
import io.treehouse.model.engine.EnginePool;
import io.treehouse.model.engine.PrecisionChoice;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ONNX Runtime reads what is exported, and answers as the engine in f32 does. */
class OnnxExportTest {
    private static final ModelBundle TINY = new ModelBundle(TestModels.tiny(), "0".repeat(64));
    private static final EngineOptions EXACT = new EngineOptions(PrecisionChoice.EXACT, 1);
    private static final int CLASSES = 5;

    /** Logits are compared where the probability is not lost in rounding. */
    private static final double LEAST_PROBABILITY = 1e-4;

    @Test
    void shippedModelAnswersAsTheEngineOnARealScene() throws OrtException {
        ModelBundle bundle = BundleReader.read(ModelBundle.shippedPath());
        float[] rgb = scene(256);
        float[] exported = runExported(bundle, 256, 256, rgb);
        float[] ours = runEngine(bundle, 256, 256, rgb);
        assertEquals(1, argmaxAgreement(exported, ours), 1e-4);
        assertEquals(0, largestLogitDifference(exported, ours), 1e-3);
    }

    @Test
    void everyKindOfNodeAnswersAsTheEngineForSizesThatAreNotSquare() throws OrtException {
        float[] rgb = noise(64, 96);
        assertArrayEquals(runEngine(TINY, 64, 96, rgb), runExported(TINY, 64, 96, rgb), 1e-5f);
    }

    @Test
    void tilesOfABatchAreAnsweredEachOnItsOwn() throws OrtException {
        byte[] model = OnnxExport.bytes(TINY, OnnxExport.Size.ANY);
        float[] first = unitPlanes(noise(32, 32));
        float[] second = new float[first.length];
        float[] alone = joined(run(model, 1, 32, 32, first), run(model, 1, 32, 32, second));
        assertArrayEquals(alone, run(model, 2, 32, 32, joined(first, second)), 1e-6f);
    }

    @Test
    void metadataIsWhatDeepnessReads(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("made/model.onnx");
        OnnxExport.write(TINY, OnnxExport.Size.WINDOW, file);
        try (OrtSession session = OrtEnvironment.getEnvironment().createSession(Files.readAllBytes(file))) {
            Map<String, String> metadata = session.getMetadata().getCustomMetadata();
            assertEquals("\"Segmentor\"", metadata.get("model_type"));
            assertEquals(
                    Map.of("0", "other", "1", "built_up", "2", "building", "3", "water", "4", "tree_canopy"),
                    new ObjectMapper().readValue(metadata.get("class_names"), Map.class));
            assertEquals("50.0", metadata.get("resolution"));
            assertEquals("768", metadata.get("tiles_size"));
            assertEquals("768", metadata.get("tile_size"));
            assertEquals("17", metadata.get("tiles_overlap"));
            assertEquals("\"test-model\"", metadata.get("model_name"));
            assertEquals("\"" + TINY.sha256() + "\"", metadata.get("model_sha256"));
            assertArrayEquals(new long[] {-1, 3, 768, 768}, shape(session));
        }
    }

    @Test
    void openSizeIsToldAsSuchAndTheWindowIsNotLeft() throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession any = environment.createSession(OnnxExport.bytes(TINY, OnnxExport.Size.ANY))) {
            assertArrayEquals(new long[] {-1, 3, -1, -1}, shape(any));
        }
        byte[] window = OnnxExport.bytes(TINY, OnnxExport.Size.WINDOW);
        assertThrows(OrtException.class, () -> run(window, 1, 32, 32, new float[3 * 32 * 32]));
    }

    @Test
    void sameBundleGivesTheSameBytes() {
        assertArrayEquals(
                OnnxExport.bytes(TINY, OnnxExport.Size.WINDOW), OnnxExport.bytes(TINY, OnnxExport.Size.WINDOW));
    }

    private static long[] shape(OrtSession session) throws OrtException {
        return ((TensorInfo) session.getInputInfo().get(OnnxExport.INPUT).getInfo()).getShape();
    }

    private static float[] runEngine(ModelBundle bundle, int height, int width, float[] rgb) {
        float[] probabilities = new float[height * width * CLASSES];
        try (EnginePool engines = EnginePool.open(bundle.model(), EXACT)) {
            engines.classify(height, width, rgb, probabilities);
        }
        return probabilities;
    }

    /** Probabilities in the order of the engine, {@code [height, width, 5]}. */
    private static float[] runExported(ModelBundle bundle, int height, int width, float[] rgb) throws OrtException {
        byte[] model = OnnxExport.bytes(bundle, OnnxExport.Size.ANY);
        float[] planes = run(model, 1, height, width, unitPlanes(rgb));
        float[] probabilities = new float[planes.length];
        int pixels = height * width;
        for (int i = 0; i < planes.length; i++) {
            probabilities[i % pixels * CLASSES + i / pixels] = planes[i];
        }
        return probabilities;
    }

    private static float[] run(byte[] model, int batch, int height, int width, float[] planes) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        long[] shape = {batch, 3, height, width};
        try (OrtSession session = environment.createSession(model);
                OnnxTensor image = OnnxTensor.createTensor(environment, FloatBuffer.wrap(planes), shape);
                OrtSession.Result result = session.run(Map.of(OnnxExport.INPUT, image))) {
            FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] probabilities = new float[values.remaining()];
            values.get(probabilities);
            return probabilities;
        }
    }

    /** Red, green and blue in 0…1, one plane after the other. */
    private static float[] unitPlanes(float[] rgb) {
        float[] planes = new float[rgb.length];
        int pixels = rgb.length / 3;
        for (int i = 0; i < rgb.length; i++) {
            planes[i % 3 * pixels + i / 3] = rgb[i] / 255;
        }
        return planes;
    }

    private static float[] joined(float[] first, float[] second) {
        float[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static float[] noise(int height, int width) {
        Random random = new Random(11);
        float[] rgb = new float[3 * height * width];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = random.nextInt(256);
        }
        return rgb;
    }

    /** A square of the public-domain scene. */
    private static float[] scene(int side) {
        Path file = Path.of(System.getProperty("treehouse.home"), "datasets/scenes/virginia_naip_1m_rgbn.tif");
        float[] rgb = new float[3 * side * side];
        try (Raster scene = Raster.open(file, RasterOptions.NONE, Long.MAX_VALUE)) {
            scene.read(new PixelWindow(0, 0, side, side), rgb, new boolean[side * side]);
        }
        return rgb;
    }

    private static double argmaxAgreement(float[] a, float[] b) {
        int pixels = a.length / CLASSES;
        int equal = 0;
        for (int pixel = 0; pixel < pixels; pixel++) {
            equal += argmax(a, pixel) == argmax(b, pixel) ? 1 : 0;
        }
        return (double) equal / pixels;
    }

    private static int argmax(float[] values, int pixel) {
        int best = 0;
        for (int c = 1; c < CLASSES; c++) {
            best = values[pixel * CLASSES + c] > values[pixel * CLASSES + best] ? c : best;
        }
        return best;
    }

    /** Probabilities give logits but for a constant of each pixel, which the logarithm of the sum takes away. */
    private static double largestLogitDifference(float[] a, float[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            if (a[i] > LEAST_PROBABILITY && b[i] > LEAST_PROBABILITY) {
                largest = Math.max(largest, Math.abs(Math.log(a[i]) - Math.log(b[i])));
            }
        }
        assertTrue(Double.isFinite(largest));
        return largest;
    }
}
