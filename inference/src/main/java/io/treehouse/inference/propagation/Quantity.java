package io.treehouse.inference.propagation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * An uncertain quantity. Its error is made of independent standard normal sources; quantities that share sources are
 * correlated, and a quantity that enters several figures enters all of them with the same error. Immutable.
 *
 * @param name what it is, the same for the same quantity
 * @param distribution what is known of it
 * @param sources weights of the sources of its error by their names; their squares add up to 1
 */
public record Quantity(String name, Distribution distribution, Map<String, Double> sources) {
    private static final double TOLERANCE = 1e-9;

    public Quantity {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(distribution, "distribution");
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        double squares =
                sources.values().stream().mapToDouble(weight -> weight * weight).sum();
        if (Math.abs(squares - 1) > TOLERANCE) {
            throw new IllegalArgumentException(
                    "The squared weights of the sources of " + name + " add up to 1, not " + squares + ": " + sources);
        }
    }

    /** A quantity whose error has nothing to do with that of any other. */
    public static Quantity independent(String name, Distribution distribution) {
        return new Quantity(name, distribution, Map.of(name, 1.0));
    }

    /** Its mean. */
    public double mean() {
        return distribution.mean();
    }
}
