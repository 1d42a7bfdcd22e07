package io.treehouse.inference.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;

class SegmentCollapseTest {
    @Test
    void stepsBecomeASlopeOfTheSameArea() {
        Coordinate[] stairs = new Coordinate[24];
        for (int i = 0; i < 21; i++) {
            stairs[i] = new Coordinate((i + 1) / 2, i / 2);
        }
        stairs[21] = new Coordinate(10, 30);
        stairs[22] = new Coordinate(0, 30);
        stairs[23] = stairs[0];

        Coordinate[] slope = SegmentCollapse.simplify(stairs, 1, 0.3, 2, c -> c.y == 30);

        assertTrue(slope.length <= 7, slope.length + " corners");
        assertEquals(Area.ofRingSigned(stairs), Area.ofRingSigned(slope), 1e-9);
    }

    @Test
    void fixedVerticesStay() {
        Coordinate[] ring = ring(0, 0, 0.4, 0, 0.5, 0.1, 10, 0.1, 10, 10, 0, 10);

        assertEquals(7, SegmentCollapse.simplify(ring, 1, 0.3, 2, c -> true).length);
        Coordinate[] simplified = SegmentCollapse.simplify(ring, 1, 0.3, 2, c -> c.x == 0);
        assertEquals(5, simplified.length);
        assertTrue(List.of(simplified).containsAll(List.of(ring[0], ring[5])));
    }

    @Test
    void aSquareStaysASquare() {
        Coordinate[] square = ring(0, 0, 1, 0, 1, 1, 0, 1);

        assertEquals(5, SegmentCollapse.simplify(square, 100, 1, 2, c -> false).length);
    }

    /** The two long sides of the arm would meet, if at all, far beyond its end. */
    @Test
    void aThinArmBecomesNoNeedle() {
        Coordinate[] ring = ring(0, 0, 10, 0, 10, 5, 16, 5, 16, 6, 10, 6, 10, 10, 0, 10);

        Coordinate[] needle = SegmentCollapse.simplify(ring, 4, 0.3, 100, c -> c.x <= 10);
        Coordinate[] simplified = SegmentCollapse.simplify(ring, 4, 0.3, 2, c -> c.x <= 10);

        assertEquals(22, farthest(needle), 1e-9);
        assertTrue(farthest(simplified) <= 18, List.of(simplified).toString());
        assertEquals(106, Math.abs(Area.ofRingSigned(simplified)), 1e-9);
    }

    private static double farthest(Coordinate[] ring) {
        return List.of(ring).stream().mapToDouble(c -> c.x).max().orElseThrow();
    }

    private static Coordinate[] ring(double... xy) {
        Coordinate[] ring = new Coordinate[xy.length / 2 + 1];
        for (int i = 0; i < xy.length / 2; i++) {
            ring[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
        }
        ring[ring.length - 1] = ring[0];
        return ring;
    }
}
