package io.treehouse.training.evaluate.precision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.treehouse.model.network.Activation;
import io.treehouse.model.network.NetworkSpec;
import io.treehouse.model.network.Node.Convolution;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** For each pixel 24, 4608 and 320 multiplications: 0.5 %, 93 % and 6.5 % of all. */
    @Test
    void convolutionsThatDoMuchOfTheWorkAreNotProposed() {
        NetworkSpec network = new NetworkSpec(
                "work",
                List.of(
                        new Convolution("small", NetworkSpec.INPUT, 1, 1, 3, 8, false, Activation.RELU),
                        new Convolution("large", "small", 3, 1, 8, 64, false, Activation.RELU),
                        new Convolution("classes", "large", 1, 1, 64, 5, false, Activation.NONE)));
        assertEquals(Set.of("large", "classes"), PrecisionCalibration.dear(network));
    }

    private static Map<String, Double> ranked(double... harm) {
        Map<String, Double> ranked = new LinkedHashMap<>();
        for (int i = 0; i < harm.length; i++) {
            ranked.put(String.valueOf((char) ('a' + i)), harm[i]);
        }
        return ranked;
    }
}
