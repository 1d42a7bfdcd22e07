package io.treehouse.datasets.vector;

import java.util.Map;

/**
 * Polygons painted onto a grid. Immutable by agreement.
 *
 * @param values {@code [height * width]}: 0 outside of all polygons, else 1 + the index of the polygon's attribute value
 * @param unknown attribute values that were not asked for, with the number of polygons that have them; those are not
 *     painted
 */
public record BurntPolygons(byte[] values, Map<String, Long> unknown) {
    public BurntPolygons {
        unknown = Map.copyOf(unknown);
    }
}
