package io.treehouse.model.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.model.bundle.Arithmetic;
import io.treehouse.model.bundle.Quantization;
import io.treehouse.model.bundle.Quantization.Range;
import io.treehouse.model.bundle.TestModels;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.network.Node.Convolution;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which values of the tiny network are stored in 8 bits. */
class EncodingsTest {
    private static final Encoding UNSIGNED = new Encoding(Encoding.Type.U8, 6f / 255, 0);

    @Test
    void whatOnly8BitConvolutionsReadIsStoredIn8Bits() {
        Encodings encodings = eightBit();
        assertEquals(UNSIGNED, encodings.stored("b1.expand"));
        assertEquals(UNSIGNED, encodings.operand(convolution("b1.dw")));
        assertEquals(UNSIGNED, encodings.stored("smooth2"));
    }

    @Test
    void sumsEnlargementsAndWhatTheyReadStayWide() {
        Encodings encodings = eightBit();
        for (String value : List.of("b1.project", "b2.project", "b2.add", "coarse", "up2", "lateral2", "join2")) {
            assertEquals(Encoding.BF16, encodings.stored(value), value);
        }
        assertEquals(UNSIGNED, encodings.operand(convolution("b2.expand")));
    }

    @Test
    void aWideConvolutionReadsAndWritesWideNumbers() {
        Encodings encodings = eightBit("b2.dw");
        assertEquals(Encoding.BF16, encodings.operand(convolution("b2.dw")));
        assertEquals(Encoding.BF16, encodings.stored("b2.expand"));
        assertEquals(Encoding.BF16, encodings.stored("b2.dw"));
        assertTrue(encodings.operand(convolution("b2.project")).isEightBit());
    }

    @Test
    void aRangeWithNegativeValuesIsSymmetric() {
        assertEquals(new Encoding(Encoding.Type.S8, 3f / 127, 0), Encoding.spanning(new Range(-3, 2)));
        assertEquals(new Encoding(Encoding.Type.U8, 2f / 255, 0), Encoding.spanning(new Range(0, 2)));
    }

    @Test
    void signedNumbersAreMovedUpUnlessTheirReaderPadsThem() {
        Encodings encodings = eightBit(new Range(-3, 2));
        assertEquals(new Encoding(Encoding.Type.U8, 3f / 127, 128), encodings.operand(convolution("b2.expand")));
        assertEquals(new Encoding(Encoding.Type.S8, 3f / 127, 0), encodings.operand(convolution("smooth2")));
    }

    @Test
    void anActivationBoundsTheRangeSoThatRoundingDoesItsWork() {
        Encodings encodings = eightBit(new Range(-3, 8));
        assertEquals(UNSIGNED, encodings.stored("b1.expand"));
        assertEquals(new Encoding(Encoding.Type.U8, 8f / 255, 0), encodings.stored("smooth2"));
    }

    private static Encodings eightBit(String... wide) {
        return eightBit(new Range(0, 6), wide);
    }

    private static Encodings eightBit(Range range, String... wide) {
        Map<String, Range> ranges = new HashMap<>();
        TrainedModel model = TestModels.tiny();
        for (Convolution node : model.network().convolutions()) {
            ranges.put(node.input(), range);
        }
        TrainedModel ranged = model.withQuantization(new Quantization(ranges, List.of(wide)));
        return Encodings.of(ranged, Arithmetic.INT8, Encoding.BF16);
    }

    private static Convolution convolution(String name) {
        return TestModels.tinyNetwork().convolutions().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
