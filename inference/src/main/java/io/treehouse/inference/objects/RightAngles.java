package io.treehouse.inference.objects;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Restores the right angles of a building whose walls mostly run along two directions: walls near one of these are turned
 * about their middles, and corners are where neighbouring walls then meet (after Wei, Ji and Lu 2020). The main direction
 * is the mean of all walls' directions, weighted by length, with directions a quarter turn apart taken as equal.
 */
final class RightAngles {
    /** Length of the mean direction, 0 for walls in all directions and 1 for right angles only, from which it counts. */
    private static final double LEAST_SUPPORT = 0.6;

    /** Walls farther from both directions are oblique and stay. */
    private static final double LARGEST_TURN = Math.toRadians(30);

    private static final int LEAST_WALLS = 4;

    private final double mainDirection;
    private final double accuracy;
    private final Predicate<Coordinate> fixed;

    private RightAngles(double mainDirection, double accuracy, Predicate<Coordinate> fixed) {
        this.mainDirection = mainDirection;
        this.accuracy = accuracy;
        this.fixed = fixed;
    }

    /**
     * The footprint with right angles.
     *
     * @param footprint a simplified outline
     * @param accuracy distance by which the outline may be off; parallel walls closer than this become one
     * @param fixed corners that lie on the edge of the map: between two of them there is a cut and no wall
     * @return empty where the outline does not support right angles; the polygon may be invalid
     */
    static Optional<Polygon> restore(Polygon footprint, double accuracy, Predicate<Coordinate> fixed) {
        double cosine = 0;
        double sine = 0;
        double length = 0;
        for (LinearRing ring : rings(footprint)) {
            Coordinate[] c = ring.getCoordinates();
            for (int i = 0; i + 1 < c.length; i++) {
                if (!(fixed.test(c[i]) && fixed.test(c[i + 1]))) {
                    double angle = 4 * Math.atan2(c[i + 1].y - c[i].y, c[i + 1].x - c[i].x);
                    double wall = c[i].distance(c[i + 1]);
                    cosine += wall * Math.cos(angle);
                    sine += wall * Math.sin(angle);
                    length += wall;
                }
            }
        }
        if (length == 0 || Math.hypot(cosine, sine) < LEAST_SUPPORT * length) {
            return Optional.empty();
        }
        return new RightAngles(Math.atan2(sine, cosine) / 4, accuracy, fixed).polygon(footprint);
    }

    private static List<LinearRing> rings(Polygon polygon) {
        List<LinearRing> rings = new ArrayList<>();
        rings.add(polygon.getExteriorRing());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.add(polygon.getInteriorRingN(i));
        }
        return rings;
    }

    private Optional<Polygon> polygon(Polygon footprint) {
        List<LinearRing> restored = new ArrayList<>();
        for (LinearRing ring : rings(footprint)) {
            List<Wall> walls = merged(withoutJogs(walls(ring.getCoordinates())));
            if (walls.size() < LEAST_WALLS) {
                return Optional.empty();
            }
            restored.add(footprint.getFactory().createLinearRing(corners(walls)));
        }
        LinearRing[] holes = restored.subList(1, restored.size()).toArray(new LinearRing[0]);
        return Optional.of(footprint.getFactory().createPolygon(restored.get(0), holes));
    }

    private List<Wall> walls(Coordinate[] ring) {
        List<Wall> walls = new ArrayList<>();
        for (int i = 0; i + 1 < ring.length; i++) {
            if (ring[i].distance(ring[i + 1]) > 0) {
                walls.add(wall(ring[i], ring[i + 1]));
            }
        }
        return walls;
    }

    private Wall wall(Coordinate from, Coordinate to) {
        Wall wall = Wall.between(from, to);
        double quarters = (wall.direction() - mainDirection) / (Math.PI / 2);
        double turn = (quarters - Math.rint(quarters)) * Math.PI / 2;
        boolean cut = fixed.test(from) && fixed.test(to);
        return cut || Math.abs(turn) > LARGEST_TURN
                ? wall
                : wall.turnedTo(mainDirection + Math.rint(quarters) * Math.PI / 2);
    }

    /** Leaves out walls that are shorter than the outline is accurate and lead from one wall to another beside it. */
    private List<Wall> withoutJogs(List<Wall> walls) {
        List<Wall> kept = new ArrayList<>();
        for (int i = 0; i < walls.size(); i++) {
            Wall before = walls.get((i + walls.size() - 1) % walls.size());
            Wall after = walls.get((i + 1) % walls.size());
            if (!(walls.get(i).length() < accuracy && before.isParallelTo(after) && before.runsLike(after))) {
                kept.add(walls.get(i));
            }
        }
        return kept;
    }

    /** Makes neighbours one that run along nearly the same line, and puts a step between those that run side by side. */
    private List<Wall> merged(List<Wall> walls) {
        List<Wall> merged = new ArrayList<>();
        for (Wall wall : walls) {
            Wall last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && last.isParallelTo(wall)) {
                joinLast(merged, wall);
            } else {
                merged.add(wall);
            }
        }
        if (merged.size() > 1 && merged.get(merged.size() - 1).isParallelTo(merged.get(0))) {
            joinLast(merged, merged.remove(0));
        }
        return merged;
    }

    private void joinLast(List<Wall> merged, Wall wall) {
        Wall last = merged.get(merged.size() - 1);
        if (last.offsetOf(wall) < accuracy && last.runsLike(wall)) {
            merged.set(merged.size() - 1, last.joined(wall));
        } else {
            merged.add(last.stepTo(wall));
            merged.add(wall);
        }
    }

    private static Coordinate[] corners(List<Wall> walls) {
        Coordinate[] corners = new Coordinate[walls.size() + 1];
        for (int i = 0; i < walls.size(); i++) {
            corners[i] = walls.get((i + walls.size() - 1) % walls.size()).cornerWith(walls.get(i));
        }
        corners[walls.size()] = new Coordinate(corners[0]);
        return corners;
    }
}
