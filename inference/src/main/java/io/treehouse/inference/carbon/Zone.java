package io.treehouse.inference.carbon;

import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * A place with one figure for each flow: a zone of the user's, or a whole tile. Immutable.
 *
 * @param id identifier, unique in an estimate
 * @param name the zone's name; null if it has none
 * @param validM2 area with imagery
 * @param areas area of every class
 */
public record Zone(String id, String name, double validM2, Map<SurfaceClass, ClassArea> areas) {
    public Zone {
        Objects.requireNonNull(id, "id");
        areas = Collections.unmodifiableMap(new EnumMap<>(areas));
        if (areas.size() != SurfaceClass.COUNT) {
            throw new IllegalArgumentException("The zone " + id + " has areas of " + areas.keySet() + " alone");
        }
    }
}
