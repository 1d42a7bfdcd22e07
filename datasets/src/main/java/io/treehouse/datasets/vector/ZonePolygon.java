package io.treehouse.datasets.vector;

import java.util.Objects;
import org.locationtech.jts.geom.Geometry;

/**
 * A zone on a grid: a block, a district, a parcel. Immutable by agreement.
 *
 * @param id its identifier in the file, or its number there
 * @param name its name in the file; null if it has none
 * @param outline valid polygon or polygons in pixels of the grid, from the top left corner, x to the right and y down;
 *     empty if the zone lies elsewhere. Parts far from the grid may be left out
 * @param areaPixels area of the whole zone, in pixels of the grid; 0 if it lies elsewhere
 */
public record ZonePolygon(String id, String name, Geometry outline, double areaPixels) {
    public ZonePolygon {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(outline, "outline");
        if (!(areaPixels >= 0)) {
            throw new IllegalArgumentException("A zone has no area of " + areaPixels + " pixels");
        }
    }
}
