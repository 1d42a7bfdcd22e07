package io.treehouse.inference.objects;

import java.util.ArrayList;
import java.util.List;

/** Finds the peaks of a surface: pixels that no other one within an ellipse about them exceeds. */
final class PeakFinder {
    private final int[] dx;
    private final int[] dy;

    /**
     * @param radiusX half of the ellipse's width in pixels
     * @param radiusY half of its height
     */
    PeakFinder(double radiusX, double radiusY) {
        List<int[]> offsets = new ArrayList<>();
        int columns = (int) Math.max(1, radiusX);
        int rows = (int) Math.max(1, radiusY);
        for (int y = -rows; y <= rows; y++) {
            for (int x = -columns; x <= columns; x++) {
                boolean inside = Math.hypot(x / Math.max(1, radiusX), y / Math.max(1, radiusY)) <= 1;
                if (inside && (x != 0 || y != 0)) {
                    offsets.add(new int[] {x, y});
                }
            }
        }
        // The nearest first: most pixels are no peaks, and their neighbours already show it.
        offsets.sort((a, b) -> Integer.compare(a[0] * a[0] + a[1] * a[1], b[0] * b[0] + b[1] * b[1]));
        dx = offsets.stream().mapToInt(offset -> offset[0]).toArray();
        dy = offsets.stream().mapToInt(offset -> offset[1]).toArray();
    }

    /** Whether a pixel is a peak; of equal ones the first in reading order is. */
    boolean isPeak(float[] surface, int width, int height, int x, int y) {
        float value = surface[y * width + x];
        for (int i = 0; i < dx.length; i++) {
            int otherX = x + dx[i];
            int otherY = y + dy[i];
            if (otherX < 0 || otherX >= width || otherY < 0 || otherY >= height) {
                continue;
            }
            float other = surface[otherY * width + otherX];
            boolean earlier = dy[i] < 0 || dy[i] == 0 && dx[i] < 0;
            if (other > value || other == value && earlier) {
                return false;
            }
        }
        return true;
    }
}
