package io.treehouse.inference.objects;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the peaks of a surface: pixels that no other one within an ellipse about them exceeds. Immutable and thread-safe. */
final class PeakFinder {
    /**
     * A neighbour of a pixel.
     *
     * @param index how far it is in an array of rows
     * @param earlier whether it comes first in reading order
     */
    private record Neighbour(int right, int down, int index, boolean earlier) {
        int squaredDistance() {
            return right * right + down * down;
        }
    }

    private final int width;
    private final int columns;
    private final int rows;
    /** The nearest first: most pixels are no peaks, and their neighbours already show it. */
    private final Neighbour[] neighbours;

    private final int[] indices;
    private final boolean[] earlier;

    /**
     * @param width columns of the surface
     * @param radiusX half of the ellipse's width in pixels
     * @param radiusY half of its height
     */
    PeakFinder(int width, double radiusX, double radiusY) {
        this.width = width;
        columns = (int) Math.max(1, radiusX);
        rows = (int) Math.max(1, radiusY);
        List<Neighbour> inside = new ArrayList<>();
        for (int y = -rows; y <= rows; y++) {
            for (int x = -columns; x <= columns; x++) {
                if ((x != 0 || y != 0) && Math.hypot(x / Math.max(1, radiusX), y / Math.max(1, radiusY)) <= 1) {
                    inside.add(new Neighbour(x, y, y * width + x, y < 0 || y == 0 && x < 0));
                }
            }
        }
        inside.sort(Comparator.comparingInt(Neighbour::squaredDistance));
        neighbours = inside.toArray(Neighbour[]::new);
        indices = inside.stream().mapToInt(Neighbour::index).toArray();
        earlier = new boolean[indices.length];
        for (int i = 0; i < earlier.length; i++) {
            earlier[i] = neighbours[i].earlier();
        }
    }

    /** Whether a pixel is a peak; of equal ones the first in reading order is. */
    boolean isPeak(float[] surface, int height, int x, int y) {
        boolean allThere = x >= columns && x < width - columns && y >= rows && y < height - rows;
        int pixel = y * width + x;
        float value = surface[pixel];
        for (int i = 0; i < indices.length; i++) {
            if (allThere || isInside(neighbours[i], x, y, height)) {
                float other = surface[pixel + indices[i]];
                if (other > value || other == value && earlier[i]) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isInside(Neighbour neighbour, int x, int y, int height) {
        int otherX = x + neighbour.right();
        int otherY = y + neighbour.down();
        return otherX >= 0 && otherX < width && otherY >= 0 && otherY < height;
    }
}
