package io.treehouse.training.evaluate;

/** Which pixels are near others. */
final class Neighbourhood {
    private Neighbourhood() {}

    /**
     * Whether a marked pixel lies within a square of side 2 × radius + 1 around each pixel (chessboard distance, as the
     * erosions of Boundary IoU measure it).
     *
     * @param marked {@code [height, width]}
     */
    static boolean[] within(boolean[] marked, int width, int radius) {
        int height = marked.length / width;
        boolean[] alongRows = new boolean[marked.length];
        for (int y = 0; y < height; y++) {
            spread(marked, alongRows, y * width, 1, width, radius);
        }
        boolean[] near = new boolean[marked.length];
        for (int x = 0; x < width; x++) {
            spread(alongRows, near, x, width, height, radius);
        }
        return near;
    }

    /** Spreads marks along one line of pixels: forwards from the last mark seen, then backwards. */
    private static void spread(boolean[] from, boolean[] to, int start, int step, int length, int radius) {
        int left = 0;
        for (int i = 0; i < length; i++) {
            left = from[start + i * step] ? radius + 1 : left - 1;
            to[start + i * step] = left > 0;
        }
        left = 0;
        for (int i = length - 1; i >= 0; i--) {
            left = from[start + i * step] ? radius + 1 : left - 1;
            to[start + i * step] |= left > 0;
        }
    }
}
