package io.treehouse.inference.objects;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;

/**
 * Simplifies a ring without a change of its area: the segment whose collapse into a point moves the least area goes
 * first (Kronenfeld, Stanislawski, Buttenfield and Brockmeyer 2020). Rings may come to cross themselves or each other;
 * that is for the caller to find out. Used once.
 */
final class SegmentCollapse {
    private static final int MINIMUM_VERTICES = 4;

    /** The collapse of the segment that begins at a vertex, as long as the vertices about it are as they were. */
    private record Collapse(int vertex, int version, Coordinate point, double movedArea, double shift)
            implements Comparable<Collapse> {
        @Override
        public int compareTo(Collapse other) {
            int byArea = Double.compare(movedArea, other.movedArea);
            return byArea != 0 ? byArea : Integer.compare(vertex, other.vertex);
        }
    }

    private final Coordinate[] vertices;
    private final int[] next;
    private final int[] previous;
    private final int[] version;
    private final double[] shifts;
    private final double largestArea;
    private final double largestOffset;
    private final double largestShift;
    private final Predicate<Coordinate> fixed;
    private final PriorityQueue<Collapse> collapses = new PriorityQueue<>();
    private int remaining;

    private SegmentCollapse(
            Coordinate[] closedRing,
            double largestArea,
            double largestOffset,
            double largestShift,
            Predicate<Coordinate> fixed) {
        this.vertices = closedRing;
        this.largestArea = largestArea;
        this.largestOffset = largestOffset;
        this.largestShift = largestShift;
        this.fixed = fixed;
        remaining = closedRing.length - 1;
        next = new int[remaining];
        previous = new int[remaining];
        version = new int[remaining];
        shifts = new double[remaining];
        for (int i = 0; i < remaining; i++) {
            next[i] = (i + 1) % remaining;
            previous[i] = (i + remaining - 1) % remaining;
        }
    }

    /**
     * Simplifies a ring.
     *
     * @param closedRing its vertices, the first again at the end; not changed
     * @param largestArea most area that one collapse may move, unless
     * @param largestOffset it is no more than this times the length over which it moves: long slopes have long steps
     * @param largestShift farthest that vertices may come off the ring, one collapse after the other: a needle moves little area, however
     *     long
     * @param fixed vertices that stay where they are
     * @return the vertices left, closed again, at least four different ones unless there were fewer
     */
    static Coordinate[] simplify(
            Coordinate[] closedRing,
            double largestArea,
            double largestOffset,
            double largestShift,
            Predicate<Coordinate> fixed) {
        return new SegmentCollapse(closedRing.clone(), largestArea, largestOffset, largestShift, fixed).run();
    }

    private Coordinate[] run() {
        for (int vertex = 0; vertex < next.length; vertex++) {
            consider(vertex);
        }
        int start = 0;
        while (remaining > MINIMUM_VERTICES && !collapses.isEmpty()) {
            Collapse collapse = collapses.remove();
            if (version[collapse.vertex()] == collapse.version()) {
                apply(collapse);
                start = collapse.vertex();
            }
        }
        return ring(start);
    }

    private Coordinate[] ring(int start) {
        List<Coordinate> ring = new ArrayList<>();
        int vertex = start;
        do {
            ring.add(vertices[vertex]);
            vertex = next[vertex];
        } while (vertex != start);
        ring.add(new Coordinate(vertices[start]));
        return ring.toArray(new Coordinate[0]);
    }

    private void apply(Collapse collapse) {
        int kept = collapse.vertex();
        int removed = next[kept];
        vertices[kept] = collapse.point();
        shifts[kept] = collapse.shift();
        version[removed] = -1;
        next[kept] = next[removed];
        previous[next[kept]] = kept;
        remaining--;
        int first = previous[previous[kept]];
        for (int i = 0, vertex = first; i < 4; i++, vertex = next[vertex]) {
            version[vertex]++;
            consider(vertex);
        }
    }

    /** Notes the collapse of the segment from a vertex to the next one, if it is allowed. */
    private void consider(int vertex) {
        Coordinate b = vertices[vertex];
        Coordinate c = vertices[next[vertex]];
        Coordinate a = vertices[previous[vertex]];
        Coordinate d = vertices[next[next[vertex]]];
        if (fixed.test(b) || fixed.test(c) || a.equals2D(d)) {
            return;
        }
        double heightB = height(a, d, b);
        double heightC = height(a, d, c);
        // The triangle a, e, d gets the signed area of a, b, c, d.
        double heightE = -(cross(a, b, c) + cross(a, c, d)) / a.distance(d);
        boolean sameSide = heightB * heightC >= 0;
        boolean onFirst = sameSide ? Math.abs(heightB) > Math.abs(heightC) : heightB * heightE > 0;
        if (heightB == 0 && heightC == 0) {
            add(vertex, b, 0, a.distance(d));
        } else if (onFirst) {
            Coordinate e = along(a, b, heightE / heightB);
            add(vertex, e, movedArea(b, c, d, e), a.distance(d));
        } else if (heightC != 0) {
            Coordinate e = along(d, c, heightE / heightC);
            add(vertex, e, movedArea(c, b, a, e), a.distance(d));
        }
    }

    private void add(int vertex, Coordinate point, double movedArea, double length) {
        if (movedArea <= Math.max(largestArea, largestOffset * length)) {
            double farthest = shift(vertex, point);
            if (farthest <= largestShift) {
                collapses.add(new Collapse(vertex, version[vertex], point, movedArea, farthest));
            }
        }
    }

    /** How far a point may be from the ring as it was: from the line that it replaces, and that from the ring before. */
    private double shift(int vertex, Coordinate point) {
        int second = next[vertex];
        Coordinate[] line = {vertices[previous[vertex]], vertices[vertex], vertices[second], vertices[next[second]]};
        return Math.max(shifts[vertex], shifts[second]) + Distance.pointToSegmentString(point, line);
    }

    /** Distance of a point from the line a to d, with sign. */
    private static double height(Coordinate a, Coordinate d, Coordinate point) {
        return cross(a, d, point) / a.distance(d);
    }

    private static Coordinate along(Coordinate from, Coordinate to, double share) {
        return new Coordinate(from.x + share * (to.x - from.x), from.y + share * (to.y - from.y));
    }

    /** Twice the signed area of a triangle. */
    private static double cross(Coordinate a, Coordinate b, Coordinate c) {
        return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    }

    /**
     * Area between b, c, d and b, e, d, where e lies on the line through b and the vertex before it: two triangles of
     * equal area on both sides of where c to b crosses e to d.
     */
    private static double movedArea(Coordinate b, Coordinate c, Coordinate d, Coordinate e) {
        double atB = cross(e, d, b);
        double atC = cross(e, d, c);
        double crossing = atB == atC ? 0 : atB / (atB - atC);
        return Math.max(0, Math.min(1, crossing)) * Math.abs(cross(b, e, c));
    }
}
