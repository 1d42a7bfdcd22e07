package io.treehouse.inference.propagation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.treehouse.inference.propagation.Distribution.Exact;
import io.treehouse.inference.propagation.Distribution.Normal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Equations 3.1 and 3.2 of the IPCC 2006 Guidelines, volume 1, chapter 3, worked by hand; U is half of a 95 % interval. */
class ErrorPropagationTest {
    /** A quantity whose 95 % interval is the value plus and minus a percentage. */
    private static Quantity quantity(String name, double value, double percent) {
        return Quantity.independent(name, new Normal(value, value * percent / 100 / 1.96));
    }

    private static double percent(ProductSum sum) {
        return 100 * 1.96 * ErrorPropagation.standardError(sum) / Math.abs(sum.value());
    }

    private static Product product(Quantity... quantities) {
        return new Product(1, List.of(quantities));
    }

    @Test
    void relativeErrorsOfProductsAddInQuadrature() {
        // √(3² + 4²) = 5
        ProductSum sum = ProductSum.of(product(quantity("activity", 200, 3), quantity("factor", 50, 4)));
        assertEquals(10_000, sum.value(), 1e-9);
        assertEquals(5, percent(sum), 1e-9);
    }

    @Test
    void absoluteErrorsOfSumsAddInQuadrature() {
        // √((10 % of 100)² + (5 % of 200)²) / 300 = √200 / 300
        ProductSum sum = new ProductSum(List.of(product(quantity("a", 100, 10)), product(quantity("b", 200, 5))));
        assertEquals(100 * Math.sqrt(200) / 300, percent(sum), 1e-9);
    }

    @Test
    void anErrorThatTermsShareDoesNotShrinkInTheirSum() {
        Quantity factor = quantity("factor", 7.69, 7.23);
        ProductSum sum =
                new ProductSum(List.of(product(exact("zone 1", 1000), factor), product(exact("zone 2", 3000), factor)));
        assertEquals(7.23, percent(sum), 1e-9);
    }

    @Test
    void anErrorThatTwoStatesShareCountsForTheirDifferenceAlone() {
        // 100 × (f ± 10 %) − 80 × (f ± 10 %) = 20 × (f ± 10 %)
        Quantity factor = quantity("factor", 2, 10);
        ProductSum difference = ProductSum.of(product(exact("after", 100), factor))
                .minus(ProductSum.of(product(exact("before", 80), factor)));
        assertEquals(40, difference.value(), 1e-9);
        assertEquals(10, percent(difference), 1e-9);
    }

    @Test
    void halfCorrelatedErrorsLieBetween() {
        // σ² = 3² + 4² + 2 · 0.5 · 3 · 4 = 37
        double root = Math.sqrt(0.5);
        Quantity a = new Quantity("a", new Normal(10, 3), Map.of("shared", root, "own a", root));
        Quantity b = new Quantity("b", new Normal(10, 4), Map.of("shared", root, "own b", root));
        assertEquals(
                Math.sqrt(37), ErrorPropagation.standardError(new ProductSum(List.of(product(a), product(b)))), 1e-9);
    }

    @Test
    void saysWhichFactorTheErrorComesFrom() {
        Product product = product(quantity("activity", 200, 3), quantity("factor", 50, 4), exact("number", 2));
        assertEquals(9.0 / 25, ErrorPropagation.varianceShare(product, 0), 1e-9);
        assertEquals(16.0 / 25, ErrorPropagation.varianceShare(product, 1), 1e-9);
        assertEquals(0, ErrorPropagation.varianceShare(product, 2), 1e-9);
    }

    private static Quantity exact(String name, double value) {
        return Quantity.independent(name, new Exact(value));
    }
}
