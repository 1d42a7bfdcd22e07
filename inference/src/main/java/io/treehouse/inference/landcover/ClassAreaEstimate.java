package io.treehouse.inference.landcover;

import java.util.List;
import java.util.Objects;

/**
 * Area of a class with its uncertainty, or of several together that nothing known of the map's errors tells apart.
 *
 * @param classes published names of the classes, at least one, in the order of their codes
 * @param countedM2 area of the map's pixels of these classes in square metres
 * @param corrected the area after correction for the map's known errors
 */
public record ClassAreaEstimate(List<String> classes, double countedM2, AreaEstimate corrected) {
    public ClassAreaEstimate {
        classes = List.copyOf(classes);
        Objects.requireNonNull(corrected, "corrected");
        if (classes.isEmpty() || !(countedM2 >= 0) || !Double.isFinite(countedM2)) {
            throw new IllegalArgumentException("The classes " + classes + " cannot cover " + countedM2 + " m²");
        }
    }
}
