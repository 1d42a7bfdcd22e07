package io.treehouse.inference.errormatrix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.treehouse.inference.landcover.AreaEstimate;
import org.junit.jupiter.api.Test;

class ReplicatedAreaTest {
    private static final double[] TEN_BESIDE_100 = {90, 110, 90, 110};

    @Test
    void theIntervalIsThatOfOneMorePlace() {
        AreaEstimate area = new ReplicatedArea(10, 1000).of(TEN_BESIDE_100, 100);

        // 10 · √(11 / 9) = 11.055, and Student's t of 9 degrees of freedom is 2.262 at 97.5 %.
        assertEquals(100, area.areaM2(), 1e-9);
        assertEquals(11.055, area.standardErrorM2(), 0.001);
        assertEquals(100 - 25.009, area.low95M2(), 0.001);
        assertEquals(100 + 25.009, area.high95M2(), 0.001);
    }

    @Test
    void fewPlacesTellLess() {
        // 10 · √(6 / 4) · 2.776 and 10 · √(3 / 1) · 12.706.
        assertEquals(
                134.004, new ReplicatedArea(5, 1000).of(TEN_BESIDE_100, 100).high95M2(), 0.001);
        assertEquals(
                320.077, new ReplicatedArea(2, 1000).of(TEN_BESIDE_100, 100).high95M2(), 0.001);
    }

    @Test
    void theCountedAreaIsWithin() {
        assertEquals(200, new ReplicatedArea(10, 1000).of(TEN_BESIDE_100, 200).high95M2());
        assertEquals(3, new ReplicatedArea(10, 1000).of(TEN_BESIDE_100, 3).low95M2());
    }

    @Test
    void noAreaIsBelowZeroOrAboveTheWhole() {
        // One place of five gives 100 m², the others none: s = 40, and 20 + 2.776 · 40 · √1.5 = 156.
        AreaEstimate area = new ReplicatedArea(5, 120).of(new double[] {0, 0, 100, 0, 0}, 0);

        assertEquals(20, area.areaM2(), 1e-9);
        assertEquals(0, area.low95M2());
        assertEquals(120, area.high95M2());
    }

    @Test
    void aMeanThatFewReplicatesReachIsNotTheEndOfItsInterval() {
        // One replicate of a hundred is 100 m²: the 97.5th percentile is 0, below the mean of 1.
        double[] skewed = new double[100];
        skewed[0] = 100;

        AreaEstimate area = new ReplicatedArea(10, 1000).of(skewed, 0);

        // s = 10 · √0.99, and 1 + 2.262 · s · √(11 / 9) = 25.884
        assertEquals(1, area.areaM2(), 1e-9);
        assertEquals(25.884, area.high95M2(), 0.001);
    }
}
