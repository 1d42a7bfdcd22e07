package io.treehouse.inference.propagation;

import io.treehouse.inference.propagation.Distribution.RectifiedNormal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A number times some quantities. Immutable.
 *
 * @param factor the number
 * @param quantities the quantities
 */
public record Product(double factor, List<Quantity> quantities) {
    public Product {
        quantities = List.copyOf(quantities);
        if (!Double.isFinite(factor)) {
            throw new IllegalArgumentException("The factor of a product is finite, not " + factor);
        }
    }

    /** This product times a number. */
    public Product times(double number) {
        return new Product(factor * number, quantities);
    }

    /** This product times another quantity. */
    public Product times(Quantity quantity) {
        List<Quantity> all = new ArrayList<>(quantities);
        all.add(quantity);
        return new Product(factor, all);
    }

    /** Its value where every quantity is at its mean. */
    public double value() {
        return quantities.stream().mapToDouble(Quantity::mean).reduce(factor, (a, b) -> a * b);
    }

    /** Whether one of its quantities keeps it from being below 0, all others at their means. */
    boolean isNeverNegative() {
        return IntStream.range(0, quantities.size())
                .anyMatch(i -> quantities.get(i).distribution() instanceof RectifiedNormal && derivative(i) >= 0);
    }

    /** How its value changes with one of its quantities, all others at their means. */
    double derivative(int index) {
        double derivative = factor;
        for (int i = 0; i < quantities.size(); i++) {
            derivative *= i == index ? 1 : quantities.get(i).mean();
        }
        return derivative;
    }
}
