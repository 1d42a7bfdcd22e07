package io.treehouse.datasets.vector;

import java.util.Objects;

/**
 * An attribute of features.
 *
 * @param name its name, with the unit at its end
 * @param type type of its values, any of which may be null
 */
public record FeatureField(String name, Type type) {
    /** Types of values. */
    public enum Type {
        /** {@link String}. */
        TEXT,
        /** {@link Double}. */
        NUMBER,
        /** {@link Boolean}. */
        FLAG
    }

    public FeatureField {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
    }
}
