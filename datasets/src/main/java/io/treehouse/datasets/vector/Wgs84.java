package io.treehouse.datasets.vector;

import io.treehouse.datasets.raster.GridReference;
import org.gdal.osr.CoordinateTransformation;
import org.gdal.osr.SpatialReference;
import org.gdal.osr.osrConstants;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.GeometryFixer;

/** From pixels of a grid to longitude and latitude in degrees as RFC 7946 wants them. Holds native objects. */
final class Wgs84 implements AutoCloseable {
    /** A billionth of a degree is a tenth of a millimetre. */
    private static final double UNITS_PER_DEGREE = 1e9;

    private static final int EPSG = 4326;

    private final PixelPlaces places;
    private final SpatialReference grid;
    private final SpatialReference geographic = new SpatialReference();
    private final CoordinateTransformation toDegrees;

    Wgs84(GridReference reference) {
        places = new PixelPlaces(reference);
        grid = new SpatialReference(reference.wkt().orElseThrow());
        grid.SetAxisMappingStrategy(osrConstants.OAMS_TRADITIONAL_GIS_ORDER);
        geographic.ImportFromEPSG(EPSG);
        geographic.SetAxisMappingStrategy(osrConstants.OAMS_TRADITIONAL_GIS_ORDER);
        toDegrees = new CoordinateTransformation(grid, geographic);
    }

    /**
     * A polygon of pixels in degrees: exterior rings counterclockwise, holes clockwise, cut in two at the antimeridian
     * (RFC 7946, sections 3.1.6 and 3.1.9), valid after rounding.
     */
    Geometry inDegrees(Geometry pixels) {
        Geometry placed = places.inCrs(pixels);
        placed.apply((CoordinateFilter) this::toDegrees);
        placed.geometryChanged();
        if (placed.getEnvelopeInternal().getWidth() > 180) {
            placed = cutAtAntimeridian(placed);
        }
        placed.apply((CoordinateFilter) Wgs84::round);
        placed.geometryChanged();
        return (placed.isValid() ? placed : GeometryFixer.fix(placed)).norm().reverse();
    }

    /** A point of pixels in degrees; null stays null. */
    Coordinate inDegrees(Coordinate pixels) {
        Coordinate placed = places.inCrs(pixels);
        if (placed != null) {
            toDegrees(placed);
            round(placed);
        }
        return placed;
    }

    private void toDegrees(Coordinate point) {
        double[] degrees = toDegrees.TransformPoint(point.x, point.y);
        point.x = degrees[0];
        point.y = degrees[1];
    }

    private static void round(Coordinate point) {
        point.x = Math.rint(point.x * UNITS_PER_DEGREE) / UNITS_PER_DEGREE;
        point.y = Math.rint(point.y * UNITS_PER_DEGREE) / UNITS_PER_DEGREE;
    }

    private static Geometry cutAtAntimeridian(Geometry wrapped) {
        wrapped.apply((CoordinateFilter) point -> point.x = point.x < 0 ? point.x + 360 : point.x);
        wrapped.geometryChanged();
        Geometry west = wrapped.intersection(wrapped.getFactory().toGeometry(new Envelope(0, 180, -90, 90)));
        Geometry east = wrapped.intersection(wrapped.getFactory().toGeometry(new Envelope(180, 360, -90, 90)));
        return west.union(AffineTransformation.translationInstance(-360, 0).transform(east));
    }

    @Override
    public void close() {
        toDegrees.delete();
        geographic.delete();
        grid.delete();
    }
}
