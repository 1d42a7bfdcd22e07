package io.treehouse.inference.zone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The edges of a zone that can matter to a map, from top to bottom. Corners are moved to a lattice of a millionth of a
 * pixel, so that an edge that two zones share is the same edge for both. Immutable.
 */
final class ZoneOutline {
    private static final double LATTICE = 1 << 20;

    private final List<Edge> edges;

    private ZoneOutline(List<Edge> edges) {
        this.edges = edges;
    }

    /**
     * Takes the edges of a polygon.
     *
     * @param polygons valid polygon or polygons in pixels of the map, x to the right and y down
     * @param width columns of the map; what lies beyond them to the right does not matter
     * @param height rows of the map; what lies above or below them does not matter
     */
    static ZoneOutline of(Geometry polygons, int width, int height) {
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < polygons.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) polygons.getGeometryN(i);
            collect(polygon.getExteriorRing(), true, width, height, edges);
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                collect(polygon.getInteriorRingN(hole), false, width, height, edges);
            }
        }
        edges.sort(Comparator.comparingDouble(Edge::top));
        return new ZoneOutline(List.copyOf(edges));
    }

    /** Edges of a ring: with the polygon's inside to the right of those that open it, to the left of those that close it. */
    private static void collect(LinearRing ring, boolean isShell, int width, int height, List<Edge> edges) {
        if (ring.isEmpty()) {
            return;
        }
        Coordinate[] corners = ring.getCoordinates();
        int sign = Orientation.isCCW(corners) == isShell ? -1 : 1;
        for (int i = 1; i < corners.length; i++) {
            Edge edge = Edge.between(
                    snapped(corners[i - 1].x),
                    snapped(corners[i - 1].y),
                    snapped(corners[i].x),
                    snapped(corners[i].y),
                    sign);
            boolean matters = edge.top() < edge.bottom()
                    && edge.top() < height
                    && edge.bottom() > 0
                    && Math.min(edge.topX(), edge.bottomX()) < width;
            if (matters) {
                edges.add(edge);
            }
        }
    }

    private static double snapped(double value) {
        return Math.rint(value * LATTICE) / LATTICE;
    }

    /** The edges in the order of their upper ends. */
    List<Edge> edges() {
        return edges;
    }
}
