package io.treehouse.inference.landcover;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
    void normalIntervalsEndWhereTheGroundDoes() {
        assertEquals(new AreaEstimate(100, 10, 80.4, 119.6), AreaEstimate.normal(100, 10, 1000));
        assertEquals(new AreaEstimate(100, 10, 80.4, 110), AreaEstimate.normal(100, 10, 110));
        assertEquals(new AreaEstimate(5, 10, 0, 24.6), AreaEstimate.normal(5, 10, 1000));
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
