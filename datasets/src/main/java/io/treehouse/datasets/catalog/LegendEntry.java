package io.treehouse.datasets.catalog;

import io.treehouse.datasets.scheme.ClassSet;
import java.util.Objects;

/**
 * What one label of a data set means.
 *
 * @param label the label as it is stored: a colour {@code #RRGGBB}, a value {@code 0…255} or an attribute's text
 * @param name what its authors call it
 * @param classes the surface classes that it allows; empty where it says nothing
 */
public record LegendEntry(String label, String name, ClassSet classes) {
    public LegendEntry {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(classes, "classes");
    }
}
