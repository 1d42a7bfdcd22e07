package io.treehouse.datasets.vector;

import java.util.Objects;

/**
 * An attribute of features.
 *
 * @param name its name, with the unit at its end
 * @param type type of its values, any of which may be null
 * @param unit unit of its values in UCUM, such as {@code m2}, {@code m} or {@code 1}; empty where there is none
 * @param description what it says, in a few words
 */
public record FeatureField(String name, Type type, String unit, String description) {
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
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(description, "description");
    }

    /** A text, which has no unit. */
    public static FeatureField text(String name, String description) {
        return new FeatureField(name, Type.TEXT, "", description);
    }

    /** A number in a unit in UCUM. */
    public static FeatureField number(String name, String unit, String description) {
        return new FeatureField(name, Type.NUMBER, unit, description);
    }

    /** An attribute without unit that its name explains. */
    public FeatureField(String name, Type type) {
        this(name, type, "", "");
    }
}
