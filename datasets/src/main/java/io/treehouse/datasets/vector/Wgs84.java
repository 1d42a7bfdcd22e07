package io.treehouse.datasets.vector;

import io.treehouse.datasets.raster.GridReference;
import java.util.ArrayList;
import java.util.List;
import org.gdal.osr.CoordinateTransformation;
import org.gdal.osr.SpatialReference;
import org.gdal.osr.osrConstants;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.PolygonExtracter;

/** From pixels of a grid to longitude and latitude in degrees as RFC 7946 wants them. Holds native objects. */
final class Wgs84 implements AutoCloseable {
    /** A billionth of a degree is a tenth of a millimetre. */
    private static final double UNITS_PER_DEGREE = 1e9;

    private static final int EPSG = 4326;

    /** Degrees once round the Earth. */
    private static final double TURN = 360;

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
        placed = cutAtAntimeridian(goingOn(placed));
        placed.apply((CoordinateFilter) Wgs84::round);
        placed.geometryChanged();
        return (placed.isValid() ? placed : GeometryFixer.fix(placed)).norm().reverse();
    }

    /** A point of pixels in degrees; null stays null. */
    Coordinate inDegrees(Coordinate pixels) {
        Coordinate placed = places.inCrs(pixels);
        if (placed != null) {
            toDegrees(placed);
            placed.x -= TURN * Math.rint(placed.x / TURN);
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

    /** A polygon whose longitudes jump from 180° to −180° with such that go on beyond 180°. */
    private static Geometry goingOn(Geometry jumping) {
        if (jumping.getEnvelopeInternal().getWidth() > TURN / 2) {
            jumping.apply((CoordinateFilter) point -> point.x = point.x < 0 ? point.x + TURN : point.x);
            jumping.geometryChanged();
        }
        return jumping;
    }

    /** The parts of a polygon on each turn round the Earth, with longitudes of −180° to 180°. Grids of degrees may go on beyond. */
    private static Geometry cutAtAntimeridian(Geometry goingOn) {
        Envelope extent = goingOn.getEnvelopeInternal();
        if (extent.getMinX() >= -TURN / 2 && extent.getMaxX() <= TURN / 2) {
            return goingOn;
        }
        GeometryFactory factory = goingOn.getFactory();
        List<Polygon> parts = new ArrayList<>();
        for (double turn = TURN * Math.floor(extent.getMinX() / TURN);
                turn <= extent.getMaxX() + TURN / 2;
                turn += TURN) {
            Envelope strip = new Envelope(turn - TURN / 2, turn + TURN / 2, -TURN / 4, TURN / 4);
            Geometry part = goingOn.intersection(factory.toGeometry(strip));
            // What touches a strip by its edge alone leaves a line there.
            PolygonExtracter.getPolygons(
                    AffineTransformation.translationInstance(-turn, 0).transform(part), parts);
        }
        return parts.size() == 1 ? parts.get(0) : factory.createMultiPolygon(parts.toArray(Polygon[]::new));
    }

    @Override
    public void close() {
        toDegrees.delete();
        geographic.delete();
        grid.delete();
    }
}
