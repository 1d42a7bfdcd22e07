package io.treehouse.inference.objects;

/**
 * Marker-controlled watershed by flooding from the peaks downwards (Meyer 1991; Beucher and Meyer 1993): pixels are taken
 * in the order of their height, in steps of less than a thousandth of the highest, each by the crown that reached it first, but none farther from the peak than a crown
 * reaches. Neighbours share an edge, so that crowns are 4-connected. Used once.
 */
final class CrownFlood {
    private final float[] surface;
    private final boolean[] free;
    private final int width;
    private final double radiusX;
    private final double radiusY;
    private final int[] peaks;
    private final int[] labels;
    private final PixelQueue queue;

    /**
     * @param surface {@code [height, width]} heights, at least 0
     * @param free {@code [height, width]}: canopy that no crown has yet
     * @param radiusX largest distance of a crown's pixels from its peak along rows, in pixels
     * @param radiusY likewise along columns
     * @param peaks pixels of the peaks
     */
    CrownFlood(float[] surface, boolean[] free, int width, double radiusX, double radiusY, int[] peaks) {
        this.surface = surface;
        this.free = free;
        this.width = width;
        this.radiusX = radiusX;
        this.radiusY = radiusY;
        this.peaks = peaks;
        labels = new int[surface.length];
        queue = new PixelQueue(highest(surface));
    }

    private static float highest(float[] surface) {
        float highest = Float.MIN_NORMAL;
        for (float height : surface) {
            highest = Math.max(highest, height);
        }
        return highest;
    }

    /** Floods; peak {@code i} gives the label {@code i + 1}, and where no flood comes the label is 0. */
    int[] labels() {
        for (int i = 0; i < peaks.length; i++) {
            take(peaks[i], i + 1);
        }
        while (!queue.isEmpty()) {
            int pixel = queue.removeFirst();
            int label = labels[pixel];
            int x = pixel % width;
            if (x > 0) {
                offer(pixel - 1, label);
            }
            if (x < width - 1) {
                offer(pixel + 1, label);
            }
            if (pixel >= width) {
                offer(pixel - width, label);
            }
            if (pixel + width < labels.length) {
                offer(pixel + width, label);
            }
        }
        return labels;
    }

    private void offer(int pixel, int label) {
        if (free[pixel] && labels[pixel] == 0 && isInReach(pixel, peaks[label - 1])) {
            take(pixel, label);
        }
    }

    private boolean isInReach(int pixel, int peak) {
        double across = (pixel % width - peak % width) / radiusX;
        double down = (pixel / width - peak / width) / radiusY;
        return across * across + down * down <= 1;
    }

    private void take(int pixel, int label) {
        labels[pixel] = label;
        queue.add(surface[pixel], pixel);
    }
}
