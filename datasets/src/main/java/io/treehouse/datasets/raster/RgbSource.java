package io.treehouse.datasets.raster;

/**
 * Pixels to classify: red, green and blue on a grid with a known ground sampling distance. {@code Raster} is the real
 * one; tests draw their own. One source belongs to one thread at a time.
 */
public interface RgbSource {
    /** Columns. */
    int width();

    /** Rows. */
    int height();

    /** Size of a pixel on the ground. */
    GroundSampling groundSampling();

    /** Where the raster begins on the map's grid of its pixels; {@link GridOrigin#NONE} if it lies nowhere. */
    default GridOrigin origin() {
        return GridOrigin.NONE;
    }

    /**
     * Reads a window that lies within the raster.
     *
     * @param window the window
     * @param rgb receives {@code [height, width, 3]} red, green, blue in 0…255 after scaling; at least {@code 3 *
     *     window.pixels()} long; values of invalid pixels are unspecified but finite
     * @param valid receives {@code [height, width]}: false where there is no imagery; at least {@code window.pixels()}
     *     long
     */
    void read(PixelWindow window, float[] rgb, boolean[] valid);
}
