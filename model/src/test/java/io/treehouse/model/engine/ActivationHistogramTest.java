package io.treehouse.model.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.model.bundle.Quantization.Range;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ActivationHistogramTest {
    private final ActivationHistogram histogram = new ActivationHistogram();

    @Test
    void evenlySpreadValuesAreSpannedCompletely() {
        for (int i = 0; i <= 6000; i++) {
            histogram.add(i / 1000f);
        }
        Range range = histogram.range();
        assertEquals(0, range.low());
        assertEquals(6, range.high(), 0.05);
    }

    @Test
    void aLoneOutlierAmongMillionsIsClipped() {
        Random random = new Random(1);
        for (int i = 0; i < 3_000_000; i++) {
            histogram.add((float) random.nextGaussian());
        }
        histogram.add(100);
        assertTrue(histogram.range().high() < 50, histogram.range().toString());
    }

    @Test
    void negativeValuesMakeTheRangeSymmetric() {
        histogram.add(-2);
        histogram.add(1);
        Range range = histogram.range();
        assertEquals(-range.high(), range.low());
        assertEquals(2, range.high(), 0.01);
    }

    @Test
    void nothingButZerosStillHasARange() {
        histogram.add(0);
        assertTrue(histogram.range().high() > 0);
    }
}
