package io.treehouse.training.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.model.bundle.BundleReader;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.network.BlurredStrides;
import io.treehouse.model.network.NetworkSpec;
import io.treehouse.model.network.SegmentationNetworks;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StartWeightsTest {
    /** A model of the network without blurred strides. */
    private static final Path MODEL = ModelBundle.shippedPath().resolveSibling("treehouse-land-cover-1.zip");

    private static final NetworkSpec NETWORK = SegmentationNetworks.lite0(96, 48);

    @Test
    void aModelGivesAllWeightsAndItsOrigin() {
        ModelBundle bundle = BundleReader.read(MODEL);

        StartWeights start = StartWeights.model(MODEL, NETWORK);

        assertEquals(2L * NETWORK.convolutions().size(), start.arrays().size());
        assertArrayEquals(
                bundle.model().weights().array("classes2.w"), start.arrays().get("classes2.w"));
        assertEquals(bundle.sha256(), start.origin().get("sha256"));
    }

    @Test
    void onlyTheEncoderLearnsAtItsOwnRate() {
        StartWeights start = StartWeights.model(MODEL, NETWORK);

        assertTrue(start.encoderNodes().contains("stem"), start.encoderNodes().toString());
        assertFalse(start.encoderNodes().contains("classes2"));
        assertEquals(StartWeights.imageNet(NETWORK).encoderNodes(), start.encoderNodes());
    }

    @Test
    void aNetworkWithBlurredStridesTakesTheWeightsWithTheBlurFoldedIn() {
        NetworkSpec blurred = BlurredStrides.of(NETWORK);

        StartWeights start = StartWeights.model(MODEL, blurred);

        blurred.convolutions()
                .forEach(node -> assertEquals(
                        Arrays.stream(node.weightShape()).reduce(1, (a, b) -> a * b),
                        start.arrays().get(node.name() + ".w").length,
                        node.name()));
    }

    @Test
    void anotherNetworkIsRefused() {
        NetworkSpec other = SegmentationNetworks.lite0(64, 32);

        InputProblem problem = assertThrows(InputProblem.class, () -> StartWeights.model(MODEL, other));

        assertTrue(problem.getMessage().contains("lite0-fpn64"), problem.getMessage());
        assertTrue(problem.remedy().contains("decoderWidth"), problem.remedy());
    }
}
