package io.treehouse.model.onednn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.treehouse.model.network.Activation;
import io.treehouse.model.network.Node.Convolution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutsTest {
    /** The paddings of TensorFlow's SAME, worked out by hand. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 7, 7, 0, 0",
        "3, 1, 7, 7, 1, 1",
        "3, 2, 8, 4, 0, 1",
        "3, 2, 7, 4, 1, 1",
        "5, 2, 8, 4, 1, 2",
        "5, 2, 7, 4, 2, 2",
        "1, 2, 8, 4, 0, 0",
    })
    void padsTheLargerHalfAtTheEnd(int kernel, int stride, int size, int output, int before, int after) {
        Convolution node = new Convolution("conv", "input", kernel, stride, 1, 1, false, Activation.NONE);
        assertEquals(output, Layouts.outputSize(node, size));
        assertEquals(before, Layouts.paddingBefore(node, size));
        assertEquals(after, Layouts.paddingAfter(node, size));
    }
}
