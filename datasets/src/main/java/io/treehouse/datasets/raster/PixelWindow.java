package io.treehouse.datasets.raster;

/**
 * A rectangle of whole pixels of a raster; the top left pixel is (0, 0).
 *
 * @param x first column
 * @param y first row
 * @param width columns, at least 1
 * @param height rows, at least 1
 */
public record PixelWindow(int x, int y, int width, int height) {
    public PixelWindow {
        if (x < 0 || y < 0 || width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "A pixel window starts at or after 0 and has at least one pixel, not x=%d y=%d width=%d height=%d"
                            .formatted(x, y, width, height));
        }
    }

    /** Number of pixels. */
    public int pixels() {
        return Math.multiplyExact(width, height);
    }
}
