/**
 * Vector files as labels: {@link io.treehouse.datasets.vector.PolygonRasteriser} paints polygons onto a picture's grid. With
 * {@code datasets.raster} the only package that touches GDAL.
 */
package io.treehouse.datasets.vector;
