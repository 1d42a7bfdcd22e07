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

    /**
     * The origin of a raster. One whose rows go northwards is laid out as if they went southwards from its northern
     * edge: its rows are another picture for a network anyway.
     *
     * @param transform GDAL's six coefficients from pixel corners to the CRS
     * @param rows number of its rows
     */
    static GridOrigin of(double[] transform, int rows) {
        if (transform[2] != 0 || transform[4] != 0) {
            return NONE;
        }
        double north = Math.max(transform[3], transform[3] + rows * transform[5]);
        return new GridOrigin(Math.round(transform[0] / transform[1]), Math.round(-north / Math.abs(transform[5])));
    }
}
