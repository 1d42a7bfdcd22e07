package io.treehouse.inference.objects;

import java.util.Objects;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * An object of a class map with its outline. Immutable by agreement and thread-safe.
 *
 * @param id identifier, the same whenever the same pixels of the same map become an object
 * @param region its pixels and what was measured on them
 * @param outline valid polygon in pixels from the top left corner of the map, x to the right and y down
 * @param perimeterM length of all rings on the ground in metres; null if unknown
 */
public record MapObject(String id, Region region, Polygon outline, Double perimeterM) {
    public MapObject {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(outline, "outline");
    }

    /** Diameter in metres of the circle with a crown's area; null for other objects, and where areas are unknown. */
    public Double crownDiameterM() {
        boolean known = region.kind() == ObjectClass.TREE_CROWN && region.areaM2() != null;
        return known ? 2 * Math.sqrt(region.areaM2() / Math.PI) : null;
    }

    /** Position of a crown in pixels from the top left corner of the map; null for other objects. */
    public Coordinate position() {
        return region.position();
    }
}
