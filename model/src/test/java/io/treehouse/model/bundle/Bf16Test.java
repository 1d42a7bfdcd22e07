package io.treehouse.model.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class Bf16Test {
    /** Of 24 bits 8 are kept: between 1 and 2 the steps are 1/128, between 256 and 512 they are 2. */
    @Test
    void numbersGoToTheNearestThatBf16HoldsAndHalvesToTheEvenOne() {
        float step = 1 / 128f;
        assertEquals(1, Bf16.nearest(1 + 0.5f * step));
        assertEquals(1 + step, Bf16.nearest(1 + 0.51f * step));
        assertEquals(1 + 2 * step, Bf16.nearest(1 + 1.5f * step));
        assertEquals(-1, Bf16.nearest(-1 - 0.49f * step));
        assertEquals(300, Bf16.nearest(301));
        assertEquals(304, Bf16.nearest(303));
        assertEquals(2, Bf16.nearest(1.999f));
        assertEquals(Float.POSITIVE_INFINITY, Bf16.nearest(Float.MAX_VALUE));
    }

    @Test
    void whatIsStoredIsTheNearest() {
        float[] values = {0, -0.0f, 1.3f, -7.77f, 1e-39f, 65_000};
        float[] stored = NumberType.BF16.decode(NumberType.BF16.encode(values));
        assertArrayEquals(Bf16Kernel.nearest(values, new float[0]).values(), stored);
    }
}
