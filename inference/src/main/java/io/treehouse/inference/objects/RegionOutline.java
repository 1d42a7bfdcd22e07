package io.treehouse.inference.objects;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The outline of a 4-connected region along the edges of its pixels, by border following (Pavlidis 1982, ch. 7). Where
 * two of its pixels touch at a corner only, the outline passes so that they stay joined: rings then touch in single
 * points at most, and the polygon is valid.
 */
final class RegionOutline {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    /** Steps up, right, down and left; a quarter turn to the right adds one. */
    private static final int[] STEP_X = {0, 1, 0, -1};

    private static final int[] STEP_Y = {-1, 0, 1, 0};

    /** From a vertex to the pixel ahead on the left, by direction; the pixel ahead on the right is that of the next. */
    private static final int[] LEFT_X = {-1, 0, 0, -1};

    private static final int[] LEFT_Y = {-1, -1, 0, 0};

    private final PixelRegion region;
    private final BitSet followed = new BitSet();

    private RegionOutline(PixelRegion region) {
        this.region = region;
    }

    /** The outline in pixels from the top left corner of the map, x to the right and y down; courtyards are holes. */
    static Polygon of(PixelRegion region) {
        return new RegionOutline(region).polygon();
    }

    private Polygon polygon() {
        LinearRing shell = ring(0);
        List<LinearRing> holes = new ArrayList<>();
        int run = followed.nextClearBit(0);
        while (run < region.runs()) {
            holes.add(ring(run));
            run = followed.nextClearBit(run);
        }
        return GEOMETRIES.createPolygon(shell, holes.toArray(new LinearRing[0]));
    }

    /** Follows the border that passes the left side of a run upwards, the region always on the right. */
    private LinearRing ring(int run) {
        List<Coordinate> corners = new ArrayList<>();
        int startX = region.start(run);
        int startY = region.row(run) + 1;
        int x = startX;
        int y = startY;
        int direction = 0;
        do {
            if (direction == 0) {
                followed.set(region.runStartingAt(x, y - 1));
            }
            x += STEP_X[direction];
            y += STEP_Y[direction];
            int next = turn(x, y, direction);
            if (next != direction) {
                corners.add(new Coordinate(x, y));
                direction = next;
            }
        } while (x != startX || y != startY || direction != 0);
        corners.add(new Coordinate(corners.get(0)));
        return GEOMETRIES.createLinearRing(corners.toArray(new Coordinate[0]));
    }

    private int turn(int x, int y, int direction) {
        if (region.contains(x + LEFT_X[direction], y + LEFT_Y[direction])) {
            return (direction + 3) % 4;
        }
        int right = (direction + 1) % 4;
        return region.contains(x + LEFT_X[right], y + LEFT_Y[right]) ? direction : right;
    }
}
