package io.treehouse.inference.landcover;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class AreaEstimateTest {
    @Test
    void anEstimateLiesWithinItsInterval() {
        assertDoesNotThrow(() -> new AreaEstimate(0, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new AreaEstimate(5, 1, 6, 7));
        assertThrows(IllegalArgumentException.class, () -> new AreaEstimate(5, 1, 3, 4));
        assertThrows(IllegalArgumentException.class, () -> new AreaEstimate(5, 1, -1, 7));
    }

    @Test
    void figuresAreNumbers() {
        assertThrows(IllegalArgumentException.class, () -> new AreaEstimate(5, Double.NaN, 3, 7));
        assertThrows(IllegalArgumentException.class, () -> new AreaEstimate(5, 1, 3, Double.POSITIVE_INFINITY));
        AreaEstimate area = new AreaEstimate(5, 1, 3, 7);
        assertThrows(IllegalArgumentException.class, () -> new ClassAreaEstimate(List.of(), 5, area));
        assertThrows(IllegalArgumentException.class, () -> new ClassAreaEstimate(List.of("water"), -5, area));
    }
}
