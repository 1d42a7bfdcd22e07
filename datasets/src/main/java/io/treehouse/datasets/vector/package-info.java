/**
 * Vector files. {@link io.treehouse.datasets.vector.PolygonRasteriser} paints polygons as labels onto a picture's grid,
 * {@link io.treehouse.datasets.vector.ZoneReader} reads zones that a caller sends,
 * {@link io.treehouse.datasets.vector.FeatureWriter} writes polygons with attributes as GeoJSON, GeoPackage or FlatGeobuf.
 * With {@code datasets.raster} the only package that touches GDAL.
 */
package io.treehouse.datasets.vector;
