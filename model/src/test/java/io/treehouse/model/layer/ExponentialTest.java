package io.treehouse.model.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ExponentialTest {
    @Test
    void agreesWithTheDoubleFunctionToFloatAccuracy() {
        for (float x = 0; x > -87; x -= 0.0137f) {
            double expected = Math.exp(x);
            assertEquals(expected, Exponential.ofNegative(x), 2e-7 * expected, "exp(" + x + ")");
        }
    }

    @Test
    void ofZeroIsOne() {
        assertEquals(1f, Exponential.ofNegative(0));
    }

    @Test
    void farBelowIsZero() {
        assertEquals(0f, Exponential.ofNegative(-1e30f));
        assertEquals(0f, Exponential.ofNegative(Float.NEGATIVE_INFINITY));
    }

    @Test
    void ofNotANumberIsNotANumber() {
        assertTrue(Float.isNaN(Exponential.ofNegative(Float.NaN)));
    }
}
