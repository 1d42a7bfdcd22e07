package io.treehouse.datasets.raster;

/**
 * Where a picture without georeferencing lies: the outer edges of its pixels in a CRS.
 *
 * @param west smallest x or longitude
 * @param south smallest y or latitude
 * @param east largest x or longitude
 * @param north largest y or latitude
 */
public record Bbox(double west, double south, double east, double north) {
    public Bbox {
        if (!(west < east) || !(south < north) || Double.isInfinite(east - west) || Double.isInfinite(north - south)) {
            throw new IllegalArgumentException("a bbox is west,south,east,north with west < east and south < north");
        }
    }
}
