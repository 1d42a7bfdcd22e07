package io.treehouse.inference.propagation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.inference.propagation.Distribution.LogNormal;
import io.treehouse.inference.propagation.Distribution.Normal;
import io.treehouse.inference.propagation.Distribution.RectifiedNormal;
import io.treehouse.inference.propagation.Distribution.Triangular;
import io.treehouse.inference.propagation.Distribution.Uniform;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With 40,000 draws a standard deviation is known to 0.35 %, a mean to half a hundredth of a standard deviation. */
class MonteCarloTest {
    private static final int DRAWS = 40_000;

    private final MonteCarlo monteCarlo = new MonteCarlo(17, DRAWS);

    private static ProductSum sum(Quantity... quantities) {
        return ProductSum.of(new Product(1, List.of(quantities)));
    }

    private UncertainValue value(ProductSum sum) {
        return UncertainValue.of(sum, monteCarlo.draw(sum));
    }

    static List<Distribution> distributions() {
        return List.of(
                new Normal(7.69, 0.28),
                new LogNormal(1, 0.25),
                new Uniform(25.4, 204.3),
                new Triangular(550, 1400, 2250),
                new Triangular(0, 0, 3));
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void drawsHaveTheMeanAndTheSpreadOfTheirDistribution(Distribution distribution) {
        UncertainValue value = value(sum(Quantity.independent("x", distribution)));
        double sigma = distribution.standardDeviation();
        assertEquals(distribution.mean(), value.simulated().mean(), 0.02 * sigma);
        assertEquals(sigma, value.simulated().standardDeviation(), 0.02 * sigma);
    }

    @Test
    void agreesWithPropagationWhereTheFigureIsNormal() {
        UncertainValue value = value(new ProductSum(List.of(
                new Product(3, List.of(Quantity.independent("a", new Normal(100, 5)))),
                new Product(-1, List.of(Quantity.independent("b", new Normal(80, 8)))))));
        double sigma = Math.sqrt(15 * 15 + 8 * 8);
        assertEquals(sigma, value.propagated().standardError(), 1e-9);
        assertEquals(value.propagated().low95(), value.simulated().low95(), 0.05 * sigma);
        assertEquals(value.propagated().high95(), value.simulated().high95(), 0.05 * sigma);
        assertEquals(value.propagated().halfWidth90(), value.simulated().halfWidth90(), 0.05 * sigma);
    }

    @Test
    void seesTheSecondOrderOfProductsThatPropagationLeavesOut() {
        // σ² of a product of two independent quantities: a²σb² + b²σa² + σa²σb² (Goodman 1960)
        UncertainValue value =
                value(sum(Quantity.independent("a", new Normal(10, 5)), Quantity.independent("b", new Normal(20, 10))));
        assertEquals(Math.sqrt(10_000 + 10_000), value.propagated().standardError(), 1e-9);
        assertEquals(Math.sqrt(10_000 + 10_000 + 2_500), value.simulated().standardDeviation(), 4);
    }

    @Test
    void keepsSkewedIntervalsSkewedAndAboveZero() {
        UncertainValue value = value(sum(Quantity.independent("x", new LogNormal(10, 8))));
        assertTrue(value.propagated().low95() < 0);
        assertTrue(value.simulated().low95() > 0);
        assertTrue(value.simulated().high95() - 10 > 10 - value.simulated().low95());
    }

    @Test
    void intervalsOfWhatCannotBeBelowZeroEndThere() {
        Quantity gained = Quantity.independent("gained", new RectifiedNormal(0, 10));
        UncertainValue emitted = value(ProductSum.of(new Product(2, List.of(gained))));
        assertEquals(0, emitted.value());
        assertEquals(20, emitted.propagated().standardError(), 1e-9);
        assertEquals(0, emitted.propagated().low95());
        assertEquals(1.96 * 20, emitted.propagated().high95(), 1e-9);
        assertEquals(0, emitted.simulated().low95());
        assertEquals(1.96 * 20, emitted.simulated().high95(), 0.05 * 20);
        // Mean of a normal distribution whose lower half is 0: σ / √(2π).
        assertEquals(20 / Math.sqrt(2 * Math.PI), emitted.simulated().mean(), 0.02 * 20);

        UncertainValue bound = value(ProductSum.of(new Product(-2, List.of(gained))));
        assertEquals(-1.96 * 20, bound.propagated().low95(), 1e-9);
        assertEquals(0, bound.propagated().high95());
        assertEquals(0, bound.simulated().high95(), 1e-9);

        Product other = new Product(1, List.of(Quantity.independent("other", new Normal(0, 15))));
        UncertainValue both = value(new ProductSum(List.of(new Product(2, List.of(gained)), other)));
        assertEquals(-1.96 * 25, both.propagated().low95(), 1e-9);
    }

    @Test
    void aSeedGivesTheSameDrawsWhateverElseIsDrawn() {
        ProductSum figure = sum(Quantity.independent("x", new Normal(1, 1)));
        double[] alone = monteCarlo.draw(figure);
        MonteCarlo busy = new MonteCarlo(17, DRAWS);
        busy.draw(sum(Quantity.independent("y", new Normal(5, 1))));
        assertArrayEquals(alone, busy.draw(figure));
        assertTrue(!Arrays.equals(alone, new MonteCarlo(18, DRAWS).draw(figure)));
    }

    @Test
    void quantitiesThatShareTheirErrorCancelInADifference() {
        Quantity factor = Quantity.independent("factor", new Normal(2, 0.5));
        double[] difference = monteCarlo.draw(sum(factor).minus(sum(factor)));
        assertEquals(0, Arrays.stream(difference).map(Math::abs).max().orElseThrow());
    }

    @Test
    void refusesTooFewDraws() {
        assertThrows(IllegalArgumentException.class, () -> new MonteCarlo(1, 9_999));
    }
}
