package io.treehouse.model.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.treehouse.model.bundle.Bf16;
import java.util.Random;
import org.bytedeco.javacpp.FloatPointer;
import org.junit.jupiter.api.Test;

class Bf16InFloatsTest {
    @Test
    void asManyNumbersAsSaidAreRoundedWhereTheyAre() {
        Random random = new Random(1);
        float[] values = new float[40_000];
        float[] expected = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
            expected[i] = i < 35_000 ? Bf16.nearest(values[i]) : values[i];
        }

        try (FloatPointer memory = new FloatPointer(values)) {
            Bf16InFloats.round(memory, 35_000);
            memory.get(values);
        }

        assertArrayEquals(expected, values);
    }
}
