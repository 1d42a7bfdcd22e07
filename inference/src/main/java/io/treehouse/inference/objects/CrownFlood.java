package io.treehouse.inference.objects;

/**
 * Marker-controlled watershed by flooding from the peaks downwards (Meyer 1991; Beucher and Meyer 1993): pixels are taken
 * in the order of their height, in steps of less than a thousandth of the highest, each by the crown that reached it
 * first, but none farther from the peak than a crown reaches. Neighbours share an edge, so that crowns are 4-connected.
 * Used once.
 *
 * <p>The flood jumps about the picture, and what it costs is memory that is not in the processor's caches. So one number
 * tells all of a pixel: its label once it has one, and before that its level.
 */
final class CrownFlood {
    /** Steps of height. */
    static final int LEVELS = 1 << 12;

    private final int[] pixels;
    private final int width;
    private final int count;
    private final CrownReach reach;
    private final int[] peakColumns;
    private final int[] peakRows;
    private final PixelQueue queue = new PixelQueue(LEVELS);

    /**
     * @param surface {@code [height, width]} heights, at least 0; may be longer, as {@code free} may
     * @param free {@code [height, width]}: canopy that no crown has yet
     * @param peaks pixels of the peaks
     * @param labels receives the labels
     */
    CrownFlood(float[] surface, boolean[] free, int width, int height, CrownReach reach, int[] peaks, int[] labels) {
        this.pixels = labels;
        this.width = width;
        this.count = width * height;
        this.reach = reach;
        peakColumns = new int[peaks.length + 1];
        peakRows = new int[peaks.length + 1];
        open(surface, free);
        for (int i = 0; i < peaks.length; i++) {
            peakColumns[i + 1] = peaks[i] % width;
            peakRows[i + 1] = peaks[i] / width;
            take(peaks[i], i + 1);
        }
    }

    private void open(float[] surface, boolean[] free) {
        float highest = Float.MIN_NORMAL;
        for (int pixel = 0; pixel < count; pixel++) {
            highest = Math.max(highest, surface[pixel]);
        }
        float levelsPerHeight = (LEVELS - 1) / highest;
        for (int pixel = 0; pixel < count; pixel++) {
            pixels[pixel] = free[pixel] ? ~(int) (surface[pixel] * levelsPerHeight) : 0;
        }
    }

    /** Floods; peak {@code i} gives the label {@code i + 1}, and where no flood comes the label is not above 0. */
    void run() {
        while (queue.moveToHighest()) {
            spread(queue.removeFirst());
        }
    }

    private void spread(int pixel) {
        int label = pixels[pixel];
        int y = pixel / width;
        int x = pixel - y * width;
        int right = x - peakColumns[label];
        int down = y - peakRows[label];
        if (x > 0) {
            offer(pixel - 1, label, right - 1, down);
        }
        if (x < width - 1) {
            offer(pixel + 1, label, right + 1, down);
        }
        if (y > 0) {
            offer(pixel - width, label, right, down - 1);
        }
        if (pixel + width < count) {
            offer(pixel + width, label, right, down + 1);
        }
    }

    private void offer(int pixel, int label, int right, int down) {
        if (pixels[pixel] < 0 && reach.holds(right, down)) {
            take(pixel, label);
        }
    }

    private void take(int pixel, int label) {
        int level = ~pixels[pixel];
        pixels[pixel] = label;
        queue.add(level, pixel);
    }
}
