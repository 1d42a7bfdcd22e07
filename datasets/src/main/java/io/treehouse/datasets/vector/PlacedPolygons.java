package io.treehouse.datasets.vector;

import org.locationtech.jts.geom.Geometry;

/**
 * Polygons on a grid.
 *
 * @param outline in pixels of the grid; empty if they lie elsewhere
 * @param areaPixels area of the whole, of which the outline may be the part near the grid
 */
record PlacedPolygons(Geometry outline, double areaPixels) {}
