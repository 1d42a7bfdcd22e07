package io.treehouse.inference.objects;

import org.locationtech.jts.geom.Coordinate;

/**
 * A piece of an outline as a line that may be turned and moved.
 *
 * @param x middle of the wall
 * @param y middle of the wall
 * @param direction direction from its beginning to its end, in radians
 * @param length its length
 */
record Wall(double x, double y, double direction, double length) {
    private static final double PARALLEL = 1e-6;

    static Wall between(Coordinate from, Coordinate to) {
        return new Wall(
                (from.x + to.x) / 2, (from.y + to.y) / 2, Math.atan2(to.y - from.y, to.x - from.x), from.distance(to));
    }

    /** The wall turned about its middle. */
    Wall turnedTo(double newDirection) {
        return new Wall(x, y, newDirection, length);
    }

    boolean isParallelTo(Wall other) {
        return Math.abs(Math.sin(direction - other.direction)) < PARALLEL;
    }

    /** Whether a parallel wall runs the same way and not back. */
    boolean runsLike(Wall other) {
        return Math.cos(direction - other.direction) > 0;
    }

    /** Distance of a parallel wall's line from this one's. */
    double offsetOf(Wall other) {
        return Math.abs(Math.cos(direction) * (other.y - y) - Math.sin(direction) * (other.x - x));
    }

    /** This and a parallel wall as one, in the middle of both by their lengths. */
    Wall joined(Wall other) {
        double total = length + other.length;
        double share = other.length / total;
        return new Wall(x + share * (other.x - x), y + share * (other.y - y), direction, total);
    }

    /** The wall square to this one that leads from its end to a parallel wall. */
    Wall stepTo(Wall other) {
        double endX = x + Math.cos(direction) * length / 2;
        double endY = y + Math.sin(direction) * length / 2;
        double side = Math.cos(direction) * (other.y - y) - Math.sin(direction) * (other.x - x);
        return new Wall(endX, endY, direction + Math.copySign(Math.PI / 2, side), Math.abs(side));
    }

    /** Where the lines of two walls that are not parallel meet. */
    Coordinate cornerWith(Wall other) {
        double along = (Math.sin(other.direction) * (other.x - x) - Math.cos(other.direction) * (other.y - y))
                / Math.sin(other.direction - direction);
        return new Coordinate(x + along * Math.cos(direction), y + along * Math.sin(direction));
    }
}
