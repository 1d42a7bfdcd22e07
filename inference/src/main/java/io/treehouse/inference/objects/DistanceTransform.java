package io.treehouse.inference.objects;

import java.util.Arrays;

/**
 * Euclidean distance to the background up to a limit, on pixels that need not be square. Like that of Felzenszwalb and
 * Huttenlocher (2012) it goes along the columns first and then along the rows; since distances end at the limit, each
 * pixel of a row is compared with the few that are so near, in loops that are compiled to vector instructions. Not
 * thread-safe.
 */
final class DistanceTransform {
    private final float reach;
    private final float pixelWidth;
    private final int columns;
    /** Squares of the distance in units of a pixel's width, by rows from the background; the last one is the limit's. */
    private final float[] squares;

    private float[] row = {};
    private float[] nearest = {};

    /**
     * @param pixelWidth distance between columns
     * @param pixelHeight distance between rows
     * @param reach distance at which to stop: greater ones are this
     */
    DistanceTransform(double pixelWidth, double pixelHeight, double reach) {
        this.reach = (float) reach;
        this.pixelWidth = (float) pixelWidth;
        columns = (int) (reach / pixelWidth);
        squares = new float[(int) Math.ceil(reach / pixelHeight) + 1];
        for (int rows = 0; rows < squares.length; rows++) {
            double across = Math.min(reach, rows * pixelHeight) / pixelWidth;
            squares[rows] = (float) (across * across);
        }
    }

    /**
     * Puts each pixel's distance from the nearest centre of the background in its place. Beyond the edges there is none.
     *
     * @param picture {@code [height, width]}: 1 in the foreground, 0 in the background, and there the distance is 0
     */
    void apply(float[] picture, int width, int height) {
        countRows(picture, width, height);
        if (nearest.length != width) {
            row = new float[width + 2 * columns];
            nearest = new float[width];
        }
        for (int y = 0; y < height; y++) {
            alongRow(picture, y * width, width);
        }
    }

    /** Rows from each pixel to the background of its column, as far as the limit goes. */
    private void countRows(float[] picture, int width, int height) {
        float most = squares.length - 1f;
        for (int x = 0; x < width; x++) {
            picture[x] *= most;
        }
        for (int y = 1; y < height; y++) {
            countDown(picture, y * width, width, most);
        }
        for (int y = height - 2; y >= 0; y--) {
            countUp(picture, y * width, width);
        }
    }

    private static void countDown(float[] rows, int start, int width, float most) {
        for (int i = start; i < start + width; i++) {
            rows[i] *= Math.min(rows[i - width] + 1, most);
        }
    }

    private static void countUp(float[] rows, int start, int width) {
        for (int i = start; i < start + width; i++) {
            rows[i] = Math.min(rows[i], rows[i + width] + 1);
        }
    }

    private void alongRow(float[] picture, int start, int width) {
        Arrays.fill(row, squares[squares.length - 1]);
        for (int x = 0; x < width; x++) {
            row[columns + x] = squares[(int) picture[start + x]];
        }
        System.arraycopy(row, columns, nearest, 0, width);
        for (int away = 1; away <= columns; away++) {
            approach(columns - away, (float) away * away);
            approach(columns + away, (float) away * away);
        }
        for (int x = 0; x < width; x++) {
            picture[start + x] = Math.min(reach, pixelWidth * (float) Math.sqrt(nearest[x]));
        }
    }

    private void approach(int from, float across) {
        for (int x = 0; x < nearest.length; x++) {
            nearest[x] = Math.min(nearest[x], row[from + x] + across);
        }
    }
}
