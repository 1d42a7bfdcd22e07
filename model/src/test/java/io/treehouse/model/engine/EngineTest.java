package io.treehouse.model.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.treehouse.model.bundle.Arithmetic;
import io.treehouse.model.bundle.TestModels;
import io.treehouse.model.bundle.TrainedModel;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every engine computes what the network's definition says. */
class EngineTest {
    private static final int[][] SIZES = {{32, 32}, {64, 96}, {160, 32}};

    /** How to open an engine, and how far its probabilities may be from those in double. */
    private static Arguments engine(String name, double tolerance, Function<TrainedModel, EngineFactory> factory) {
        return Arguments.argumentSet(name, factory, tolerance);
    }

    static Stream<Arguments> engines() {
        return Stream.of(
                engine("nd4j", 1e-5, Nd4jEngines::new),
                engine("onednn f32", 1e-5, model -> new OneDnnEngines(model, Arithmetic.F32)),
                engine("onednn bf16", 0.05, model -> new OneDnnEngines(model, Arithmetic.BF16)),
                engine("onednn int8", 0.2, model -> new OneDnnEngines(calibrated(model), Arithmetic.INT8)));
    }

    /** The model with ranges for 8 bits from the pictures of these tests. */
    static TrainedModel calibrated(TrainedModel model) {
        try (RangeCalibration calibration = new RangeCalibration(model)) {
            for (int[] size : SIZES) {
                classify(calibration, size[0], size[1], picture(size[0], size[1], 3));
            }
            return model.withQuantization(calibration.quantization());
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void agreesWithTheDefinitionOfEveryNode(Function<TrainedModel, EngineFactory> engines, double tolerance) {
        TrainedModel model = TestModels.tiny();
        try (EngineFactory factory = engines.apply(model);
                SegmentationEngine engine = factory.open()) {
            for (int[] size : SIZES) {
                float[] rgb = picture(size[0], size[1], 3);
                double[] expected = ReferenceNetwork.probabilities(model, size[0], size[1], rgb);
                float[] actual = classify(engine, size[0], size[1], rgb);
                for (int i = 0; i < expected.length; i++) {
                    assertEquals(expected[i], actual[i], tolerance, "value " + i + " of size " + size[0]);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void answersDoNotDependOnTheEngineOrOnWhatItDidBefore(Function<TrainedModel, EngineFactory> engines) {
        TrainedModel model = TestModels.tiny();
        float[] rgb = picture(64, 96, 5);
        try (EngineFactory factory = engines.apply(model);
                SegmentationEngine fresh = factory.open();
                SegmentationEngine used = factory.open()) {
            for (int i = 1; i < 12; i++) {
                classify(used, 32 * i, 32, picture(32 * i, 32, i));
            }
            assertArrayEquals(classify(fresh, 64, 96, rgb), classify(used, 64, 96, rgb));
            assertArrayEquals(classify(fresh, 64, 96, rgb), classify(used, 64, 96, rgb));
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void refusesTooLittleRoomForTheLogits(Function<TrainedModel, EngineFactory> engines) {
        try (EngineFactory factory = engines.apply(TestModels.tiny());
                SegmentationEngine engine = factory.open()) {
            float[] logits = new float[32 / engine.enlargement() * (32 / engine.enlargement()) * 5 - 1];
            assertThrows(IllegalArgumentException.class, () -> engine.logits(32, 32, new float[32 * 32 * 3], logits));
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void probabilitiesFollowFromTheLogits(Function<TrainedModel, EngineFactory> engines) {
        try (EngineFactory factory = engines.apply(TestModels.tiny());
                SegmentationEngine engine = factory.open()) {
            int factor = engine.enlargement();
            float[] logits = new float[64 / factor * (96 / factor) * 5];
            engine.logits(64, 96, picture(64, 96, 5), logits);

            float[] probabilities = new float[64 * 96 * 5];
            new ProbabilityHead().apply(logits, 64 / factor, 96 / factor, factor, probabilities);

            assertArrayEquals(classify(engine, 64, 96, picture(64, 96, 5)), probabilities);
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void refusesSizesThatAreNoMultiplesOf32(Function<TrainedModel, EngineFactory> engines) {
        try (EngineFactory factory = engines.apply(TestModels.tiny());
                SegmentationEngine engine = factory.open()) {
            float[] rgb = new float[40 * 32 * 3];
            float[] probabilities = new float[40 * 32 * 5];
            assertThrows(IllegalArgumentException.class, () -> engine.classify(40, 32, rgb, probabilities));
        }
    }

    static float[] classify(SegmentationEngine engine, int height, int width, float[] rgb) {
        float[] probabilities = new float[height * width * 5];
        engine.classify(height, width, rgb, probabilities);
        return probabilities;
    }

    static float[] picture(int height, int width, long seed) {
        Random random = new Random(seed);
        float[] rgb = new float[height * width * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = random.nextInt(256);
        }
        return rgb;
    }
}
