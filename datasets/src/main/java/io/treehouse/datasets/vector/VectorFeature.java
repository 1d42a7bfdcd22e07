package io.treehouse.datasets.vector;

import java.util.Map;
import java.util.Objects;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * A polygon, or several, with attributes. Immutable by agreement.
 *
 * @param id identifier, unique in its file
 * @param outline valid polygon, or polygons where the layer says so, in pixels of the grid, from the top left corner, x to
 *     the right and y down; null if its place is not known, which FlatGeobuf cannot hold
 * @param position a point that stands for it, in the same pixels; null if it has none
 * @param values values of the attributes by the names of the file's fields; null or absent where unknown
 */
public record VectorFeature(String id, Geometry outline, Coordinate position, Map<String, Object> values) {
    public VectorFeature {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(values, "values");
    }
}
