package io.treehouse.datasets.vector;

import java.util.List;

/**
 * The zones of a file on a grid.
 *
 * @param polygons the zones in the order of the file
 * @param warnings what was mended or looks wrong, in words
 */
public record Zones(List<ZonePolygon> polygons, List<String> warnings) {
    /** No zones. */
    public static final Zones NONE = new Zones(List.of(), List.of());

    public Zones {
        polygons = List.copyOf(polygons);
        warnings = List.copyOf(warnings);
    }
}
