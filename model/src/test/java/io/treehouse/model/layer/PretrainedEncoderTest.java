package io.treehouse.model.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.model.kernel.KernelChoice;
import io.treehouse.model.kernel.Kernels;
import io.treehouse.model.network.ImageNetWeights;
import io.treehouse.model.network.NetworkSpec;
import io.treehouse.model.network.SegmentationNetworks;
import io.treehouse.model.onednn.OneDnn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The encoder computes what the weights' published port computes: padding, scale, additions and colour order are right. */
class PretrainedEncoderTest {
    private static final Path WEIGHTS = Path.of("weights", "efficientnet_lite0_imagenet.npz");
    private static final int SIZE = 64;

    @ParameterizedTest
    @EnumSource(names = {"ND4J", "ONEDNN_F32"})
    void everyBlockGivesThePublishedValues(KernelChoice choice) throws IOException {
        Assumptions.assumeTrue(choice == KernelChoice.ND4J || OneDnn.isAvailable(), "oneDNN does not load here");
        JsonNode check = checkValues();
        double tolerance = check.get("tolAbs").asDouble();
        double sumTolerance = check.get("tolSum").asDouble();
        try (Kernels kernels = choice.open()) {
            Map<String, INDArray> outputs = pretrained(kernels).outputs(picture());
            check.get("outputs").fields().forEachRemaining(entry -> {
                if (!entry.getKey().equals("head")) {
                    compare(entry.getKey(), entry.getValue(), output(outputs, entry.getKey()), tolerance, sumTolerance);
                }
            });
        }
    }

    private static void compare(
            String block, JsonNode expected, INDArray output, double tolerance, double sumTolerance) {
        float[] values = output.reshape(output.length()).toFloatVector();
        float[] last = new float[8];
        System.arraycopy(values, values.length - 8, last, 0, 8);
        float[] first = new float[8];
        System.arraycopy(values, 0, first, 0, 8);
        assertArrayEquals(floats(expected.get("first8")), first, (float) tolerance, block);
        assertArrayEquals(floats(expected.get("last8")), last, (float) tolerance, block);
        double sumAbs = expected.get("sumAbs").asDouble();
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        assertEquals(expected.get("sum").asDouble(), sum, sumTolerance * sumAbs, block);
    }

    private static float[] floats(JsonNode numbers) {
        float[] values = new float[numbers.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) numbers.get(i).asDouble();
        }
        return values;
    }

    /** A block's output is its addition, or its projection where it has none. */
    private static INDArray output(Map<String, INDArray> outputs, String block) {
        INDArray sum = outputs.get(block + ".add");
        INDArray projection = outputs.getOrDefault(block + ".project", outputs.get(block));
        return sum == null ? projection : sum;
    }

    private static TrainingGraph pretrained(Kernels kernels) {
        NetworkSpec network = SegmentationNetworks.lite0(8, 8);
        ImageNetWeights weights = ImageNetWeights.read(WEIGHTS, network);
        WarmupCosine rate = new WarmupCosine(1e-3, 0, 1, 0);
        OptimizerSettings settings = new OptimizerSettings(rate, rate, 0, 5, new SetLoss(0), 0, 1);
        TrainingGraph graph = TrainingGraph.build(network, SIZE, weights.nodes(), settings, kernels, DataType.FLOAT);
        graph.load(weights.arrays());
        return graph;
    }

    /** The picture that the check values name: {@code p(y, x, c) = (7 y + 13 x + 29 c) mod 256}. */
    private static INDArray picture() {
        float[] values = new float[SIZE * SIZE * 3];
        for (int i = 0; i < values.length; i++) {
            int c = i % 3;
            int x = i / 3 % SIZE;
            int y = i / 3 / SIZE;
            values[i] = ((7 * y + 13 * x + 29 * c) % 256 - 127) / 128f;
        }
        return Nd4j.createFromArray(values).reshape('c', 1, SIZE, SIZE, 3);
    }

    private static JsonNode checkValues() throws IOException {
        try (InputStream in = PretrainedEncoderTest.class.getResourceAsStream("efficientnet_lite0_check_values.json")) {
            return new ObjectMapper().readTree(in);
        }
    }
}
