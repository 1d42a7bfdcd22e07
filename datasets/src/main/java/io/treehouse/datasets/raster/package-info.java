/**
 * Rasters at the edge: everything of GDAL. Start at {@code Raster} for reading and {@code ClassMapFile} for writing;
 * the other modules see only {@link io.treehouse.datasets.raster.RgbSource} and plain arrays.
 */
package io.treehouse.datasets.raster;
