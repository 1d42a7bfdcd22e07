package io.treehouse.model.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.model.network.FeatureShapes.Shape;
import io.treehouse.model.network.Node.Addition;
import io.treehouse.model.network.Node.Convolution;
import io.treehouse.model.network.Node.Resize;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureShapesTest {
    @Test
    void lite0ComesDownToOneThirtySecondAndUpAgain() {
        FeatureShapes shapes = FeatureShapes.of(SegmentationNetworks.lite0(96, 48), 64, 96);
        assertEquals(new Shape(64, 96, 3), shapes.of(NetworkSpec.INPUT));
        assertEquals(new Shape(2, 3, 320), shapes.of("b16.project"));
        assertEquals(new Shape(16, 24, 96), shapes.of("smooth4"));
        assertEquals(new Shape(64, 96, 5), shapes.of("logits"));
    }

    @Test
    void refusesChannelsThatDoNotMatch() {
        assertRefused("takes 4 channels but gets 3", convolution("a", NetworkSpec.INPUT, 4, 5, 1));
    }

    @Test
    void refusesSumsOfDifferentShapes() {
        assertRefused(
                "sum adds",
                convolution("a", NetworkSpec.INPUT, 3, 5, 1),
                convolution("b", NetworkSpec.INPUT, 3, 5, 2),
                new Addition("sum", "a", "b"));
    }

    @Test
    void refusesAnOutputOfAnotherSize() {
        assertRefused("output of broken", convolution("a", NetworkSpec.INPUT, 3, 5, 2));
        assertRefused("output of broken", convolution("a", NetworkSpec.INPUT, 3, 4, 1));
    }

    @Test
    void refusesValuesLargerThanTheInput() {
        assertRefused(
                "larger than the network's input",
                new Resize("a", NetworkSpec.INPUT, 2),
                convolution("b", "a", 3, 5, 2));
    }

    private static Convolution convolution(String name, String input, int in, int out, int stride) {
        return new Convolution(name, input, 1, stride, in, out, false, Activation.NONE);
    }

    private static void assertRefused(String words, Node... nodes) {
        NetworkSpec network = new NetworkSpec("broken", List.of(nodes));
        String message = assertThrows(IllegalArgumentException.class, () -> FeatureShapes.of(network, 32, 32))
                .getMessage();
        assertTrue(message.contains(words), message);
    }
}
