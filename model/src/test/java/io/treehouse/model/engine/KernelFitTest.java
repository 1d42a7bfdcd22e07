package io.treehouse.model.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.model.bundle.Arithmetic;
import io.treehouse.model.bundle.TestModels;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.network.Node.Convolution;
import io.treehouse.model.onednn.OneDnn;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KernelFitTest {
    private static final int SIDE = 96;

    @BeforeAll
    static void needOneDnn() {
        Assumptions.assumeTrue(OneDnn.isAvailable(), "oneDNN does not load here");
    }

    /** On windows that the weights were not fitted to. */
    @Test
    void answersInEightBitsComeNearerToThoseInFloats() {
        TrainedModel model = EngineTest.calibrated(TestModels.tiny());
        var fitted = model.quantization()
                .orElseThrow()
                .withKernels(KernelFit.on(model, SIDE, windows(1)).eightBit());

        double nearest = change(model, Arithmetic.INT8);
        double chosen = change(model.withQuantization(fitted), Arithmetic.INT8);

        assertTrue(chosen < 0.9 * nearest, chosen + " against " + nearest);
    }

    /** All of a network in bf16, all of its weights fitted. */
    @Test
    void answersInBf16ComeNearerToThoseInFloats() {
        TrainedModel model = EngineTest.calibrated(TestModels.tiny());
        List<String> all =
                model.network().convolutions().stream().map(Convolution::name).toList();
        var wide = model.quantization().orElseThrow().keepingWide(all);
        var fitted = wide.withWideKernels(KernelFit.on(model, SIDE, windows(1)).bf16(all));

        double nearest = change(model.withQuantization(wide), Arithmetic.BF16);
        double chosen = change(model.withQuantization(fitted), Arithmetic.BF16);

        assertTrue(chosen < 0.9 * nearest, chosen + " against " + nearest);
    }

    @Test
    void theSameWindowsGiveTheSameWeights() {
        TrainedModel model = TestModels.tiny();
        KernelFit one = KernelFit.on(model, SIDE, windows(1));
        KernelFit other = KernelFit.on(model, SIDE, windows(1));
        assertEquals(one.eightBit(), other.eightBit());
        assertEquals(one.bf16(List.of("stem")), other.bf16(List.of("stem")));
    }

    private static double change(TrainedModel model, Arithmetic arithmetic) {
        List<float[]> windows = windows(2);
        List<float[]> exact = answers(model, Arithmetic.F32, windows);
        List<float[]> rounded = answers(model, arithmetic, windows);
        double sum = 0;
        for (int window = 0; window < windows.size(); window++) {
            for (int i = 0; i < exact.get(window).length; i++) {
                sum += Math.abs(exact.get(window)[i] - rounded.get(window)[i]);
            }
        }
        return sum;
    }

    private static List<float[]> answers(TrainedModel model, Arithmetic arithmetic, List<float[]> windows) {
        try (EngineFactory factory = new OneDnnEngines(model, arithmetic);
                SegmentationEngine engine = factory.open()) {
            return windows.stream()
                    .map(rgb -> {
                        float[] probabilities = new float[SIDE * SIDE * 5];
                        engine.classify(SIDE, SIDE, rgb, probabilities);
                        return probabilities;
                    })
                    .toList();
        }
    }

    /** Blurred noise: neighbours are alike, as in pictures. */
    private static List<float[]> windows(long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, 8)
                .mapToObj(window -> {
                    float[] rgb = new float[SIDE * SIDE * 3];
                    for (int i = 0; i < rgb.length; i++) {
                        float before = i < 3 ? 128 : rgb[i - 3];
                        rgb[i] = 0.8f * before + 0.2f * 255 * random.nextFloat();
                    }
                    return rgb;
                })
                .toList();
    }
}
