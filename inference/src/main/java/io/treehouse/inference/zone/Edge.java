package io.treehouse.inference.zone;

/**
 * An edge of a zone, written from its upper end to its lower one whichever way its ring goes: the arithmetic on an edge
 * that two zones share is then the same, bit for bit.
 *
 * @param sign 1 if the zone lies to the right of it, −1 if to the left
 */
record Edge(double topX, double top, double bottomX, double bottom, int sign) {
    static Edge between(double x0, double y0, double x1, double y1, int sign) {
        return y0 <= y1 ? new Edge(x0, y0, x1, y1, sign) : new Edge(x1, y1, x0, y0, -sign);
    }

    /** Where the edge is in a line y. */
    double xAt(double y) {
        if (y <= top) {
            return topX;
        }
        return y >= bottom ? bottomX : topX + (y - top) / (bottom - top) * (bottomX - topX);
    }

    /** Where the edge, which is not upright, is in a column line x. */
    double yAt(double x) {
        return top + (x - topX) / (bottomX - topX) * (bottom - top);
    }
}
