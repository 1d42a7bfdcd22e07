package io.treehouse.datasets.raster;

/** Receives a class map from top to bottom, on the grid of the raster it was made from. */
@FunctionalInterface
public interface ClassRowSink {
    /**
     * Takes the next rows. Calls come in order without gaps, from one thread at a time.
     *
     * @param firstRow row of the raster that the first row of the block is
     * @param rows number of rows in the block
     * @param classes {@code [rows, width]} class codes 0…4, 255 for nodata; only valid during the call
     * @param confidence {@code [rows, width]} probability 0…1 of the class chosen; only valid during the call
     */
    void rows(int firstRow, int rows, byte[] classes, float[] confidence);
}
