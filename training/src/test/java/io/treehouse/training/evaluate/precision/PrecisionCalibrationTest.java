package io.treehouse.training.evaluate.precision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which convolutions are proposed to stay wide. */
class PrecisionCalibrationTest {
    @Test
    void outliersComeFirstThenHalfAsManyAgainUpToHalfOfAll() {
        assertEquals(
                List.of(List.of("a"), List.of("a", "b"), List.of("a", "b", "c"), List.of("a", "b", "c", "d")),
                PrecisionCalibration.proposals(ranked(50, 4, 3, 2, 1, 1, 1, 1, 1)));
    }

    @Test
    void withoutOutliersNothingIsWideAtFirst() {
        assertEquals(
                List.of(List.of(), List.of("a"), List.of("a", "b")),
                PrecisionCalibration.proposals(ranked(3, 3, 2, 2)));
    }

    private static Map<String, Double> ranked(double... harm) {
        Map<String, Double> ranked = new LinkedHashMap<>();
        for (int i = 0; i < harm.length; i++) {
            ranked.put(String.valueOf((char) ('a' + i)), harm[i]);
        }
        return ranked;
    }
}
