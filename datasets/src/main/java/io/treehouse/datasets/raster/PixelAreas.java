package io.treehouse.datasets.raster;

/** True ground area of each pixel of a raster, on the ellipsoid. Immutable and thread-safe. */
@FunctionalInterface
public interface PixelAreas {
    /** Ground area in square metres of the pixel in column {@code x} of row {@code y}; greater than 0. */
    double areaM2(int x, int y);
}
