package io.treehouse.datasets.raster;

/**
 * Where a raster begins on the grid of its pixels that spans the whole map: rasters cut from one grid continue each
 * other's numbers, so that what is laid out by them fits across their borders.
 *
 * @param column number of the first column, counted eastwards from the origin of the CRS
 * @param row number of the first row, counted southwards from it
 */
public record GridOrigin(long column, long row) {
    /** For rasters that lie nowhere, or turned. */
    public static final GridOrigin NONE = new GridOrigin(0, 0);

    /** The origin of a raster with GDAL's six coefficients from pixel corners to the CRS. */
    static GridOrigin of(double[] transform) {
        boolean turned = transform[2] != 0 || transform[4] != 0;
        return turned
                ? NONE
                : new GridOrigin(Math.round(transform[0] / transform[1]), Math.round(transform[3] / transform[5]));
    }
}
