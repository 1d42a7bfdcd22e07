package io.treehouse.inference.objects;

import java.util.Arrays;

/** How far from its peak a crown may reach: an ellipse on the pixels' grid. Immutable and thread-safe. */
final class CrownReach {
    /** By rows from the peak: the most columns from it. */
    private final int[] columns;

    /**
     * @param radiusX half of the ellipse's width in pixels
     * @param radiusY half of its height
     */
    CrownReach(double radiusX, double radiusY) {
        columns = new int[(int) radiusY + 1];
        Arrays.setAll(columns, rows -> columns(rows / radiusY, radiusX));
    }

    private static int columns(double down, double radiusX) {
        int columns = 0;
        for (double across = 1 / radiusX; across * across + down * down <= 1; across = (columns + 1) / radiusX) {
            columns++;
        }
        return columns;
    }

    /**
     * Whether a pixel is within reach.
     *
     * @param right columns from the peak
     * @param down rows from the peak
     */
    boolean holds(int right, int down) {
        int rows = Math.abs(down);
        return rows < columns.length && Math.abs(right) <= columns[rows];
    }
}
