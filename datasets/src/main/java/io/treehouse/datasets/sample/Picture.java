package io.treehouse.datasets.sample;

import io.treehouse.datasets.raster.GridReference;
import io.treehouse.datasets.raster.GroundSampling;
import io.treehouse.datasets.raster.PixelWindow;
import io.treehouse.datasets.raster.Raster;
import io.treehouse.datasets.raster.RasterOptions;
import io.treehouse.datasets.raster.Scaling;
import java.nio.file.Path;
import java.util.List;

/**
 * All pixels of a raster file, read as the server reads them.
 *
 * @param file the file
 * @param rgb {@code [height, width, 3]}, 0…255
 * @param valid {@code [height, width]}: false where there is no imagery
 * @param grid the grid that it lies on
 * @param groundSampling size of a pixel on the ground, as far as the file tells
 */
record Picture(Path file, byte[] rgb, boolean[] valid, GridReference grid, GroundSampling groundSampling) {
    private static final long MAXIMUM_PIXELS = 1L << 28;

    /**
     * Reads a picture.
     *
     * @param bands 1-based numbers of three bands; null if the file tells
     * @param scaling how values become 0…255
     */
    static Picture read(Path file, List<Integer> bands, Scaling scaling) {
        try (Raster raster = open(file, bands, scaling)) {
            PixelWindow all = new PixelWindow(0, 0, raster.width(), raster.height());
            float[] values = new float[3 * all.pixels()];
            boolean[] valid = new boolean[all.pixels()];
            raster.read(all, values, valid);
            byte[] rgb = new byte[values.length];
            for (int i = 0; i < rgb.length; i++) {
                rgb[i] = (byte) Math.round(values[i]);
            }
            return new Picture(file, rgb, valid, raster.grid(), raster.groundSampling());
        }
    }

    private static Raster open(Path file, List<Integer> bands, Scaling scaling) {
        return Raster.open(file, new RasterOptions(null, bands, scaling, null, null, null), MAXIMUM_PIXELS);
    }

    /** How a picture is stored; its pixels are not kept. The arguments are those of {@link #read}. */
    static PictureFormat format(Path file, List<Integer> bands, Scaling scaling) {
        try (Raster raster = open(file, bands, scaling)) {
            return new PictureFormat(raster.bandCount(), raster.valueRange());
        }
    }

    /** What a file tells of the size of its pixels on the ground. */
    static GroundSampling groundSampling(Path file) {
        try (Raster raster = open(file, null, new Scaling.Auto())) {
            return raster.groundSampling();
        }
    }

    int width() {
        return grid.width();
    }

    int height() {
        return grid.height();
    }

    /** The value of a colour channel (0 red, 1 green, 2 blue) at a pixel, 0…255. */
    int value(int pixel, int channel) {
        return rgb[3 * pixel + channel] & 255;
    }

    /** The colour of a pixel, {@code 0xRRGGBB}. */
    int colour(int pixel) {
        return value(pixel, 0) << 16 | value(pixel, 1) << 8 | value(pixel, 2);
    }
}
