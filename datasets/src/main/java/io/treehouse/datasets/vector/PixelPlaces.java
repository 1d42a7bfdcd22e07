package io.treehouse.datasets.vector;

import io.treehouse.datasets.raster.GridReference;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

/** From pixels of a grid to its CRS. Immutable. */
final class PixelPlaces {
    private final AffineTransformation toCrs;

    /** @param grid a georeferenced grid */
    PixelPlaces(GridReference grid) {
        double[] t = grid.transform().orElseThrow();
        toCrs = new AffineTransformation(t[1], t[2], t[0], t[4], t[5], t[3]);
    }

    /** A geometry; null stays null. */
    Geometry inCrs(Geometry pixels) {
        return pixels == null ? null : toCrs.transform(pixels);
    }

    /** A point; null stays null. */
    Coordinate inCrs(Coordinate pixels) {
        return pixels == null ? null : toCrs.transform(pixels, new Coordinate());
    }
}
