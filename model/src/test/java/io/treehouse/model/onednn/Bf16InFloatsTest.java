package io.treehouse.model.onednn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;
import org.bytedeco.javacpp.FloatPointer;
import org.junit.jupiter.api.Test;

class Bf16InFloatsTest {
    /** Of 24 bits 8 are kept: between 1 and 2 the steps are 1/128, between 256 and 512 they are 2. */
    @Test
    void numbersGoToTheNearestThatBf16HoldsAndHalvesToTheEvenOne() {
        float step = 1 / 128f;
        assertArrayEquals(
                new float[] {0, 1, 1, 1 + step, 1 + 2 * step, -1, 300, 300, 304, 2, Float.POSITIVE_INFINITY},
                Bf16InFloats.rounded(new float[] {
                    0,
                    1,
                    1 + 0.5f * step,
                    1 + 0.51f * step,
                    1 + 1.5f * step,
                    -1 - 0.49f * step,
                    300,
                    301,
                    303,
                    1.999f,
                    Float.MAX_VALUE
                }));
    }

    @Test
    void numbersInNativeMemoryAreRoundedWhereTheyAreAndNoOthers() {
        float[] values = new float[40_000];
        Random random = new Random(1);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        float[] expected = Bf16InFloats.rounded(values);
        System.arraycopy(values, 35_000, expected, 35_000, 5_000);

        try (FloatPointer memory = new FloatPointer(values)) {
            Bf16InFloats.round(memory, 35_000);
            memory.get(values);
        }

        assertArrayEquals(expected, values);
    }
}
