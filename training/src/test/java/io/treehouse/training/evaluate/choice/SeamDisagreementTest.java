package io.treehouse.training.evaluate.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.treehouse.inference.scene.WindowBorders;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeamDisagreementTest {
    private static final int WIDTH = 400;

    @Test
    void pixelsCountAlongTheBorderAndFarFromAllBorders() {
        byte[] served = new byte[WIDTH];
        byte[] shifted = new byte[WIDTH];
        shifted[100] = 1;
        shifted[116] = 1;
        shifted[130] = 1;
        shifted[390] = 1;

        // Along 100 ± 16: 33 pixels, two of them different. Interior: 0 to 36 and 264 to 399, one different. The pixels
        // near the other map's border at 200 and those between 16 and 64 m count nowhere.
        assertEquals(
                new SeamDisagreement(33, 2, 37 + 136, 1),
                SeamDisagreement.of(served, at(100), shifted, at(200), WIDTH, 1));
    }

    @Test
    void sharesAreOfTheirOwnPixels() {
        SeamDisagreement sum = new SeamDisagreement(10, 1, 0, 0).plus(new SeamDisagreement(10, 2, 50, 1));

        assertEquals(0.15, sum.borderShare(), 1e-12);
        assertEquals(0.02, sum.interiorShare(), 1e-12);
        assertEquals(0, SeamDisagreement.NONE.borderShare());
    }

    private static WindowBorders at(int column) {
        return new WindowBorders(List.of(column), List.of());
    }
}
