package io.treehouse.datasets.vector;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import org.gdal.osr.SpatialReference;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * How the x coordinates of a CRS go round the Earth.
 *
 * @param period after how much they begin anew: 360 for degrees; 0 in a projected CRS
 */
record Longitudes(double period) {
    private static final double BILLION = 1e9;

    static Longitudes of(SpatialReference crs) {
        boolean turns = crs.IsGeographic() != 0;
        return new Longitudes(turns ? Math.rint(BILLION * 2 * Math.PI / crs.GetAngularUnits()) / BILLION : 0);
    }

    /** What to add to a polygon to find it again wherever a grid numbers its longitudes from. */
    double[] shifts() {
        return period == 0 ? new double[] {0} : new double[] {-period, 0, period};
    }

    /**
     * Checks that coordinates can be longitudes and latitudes.
     *
     * @throws InputProblem if they cannot
     */
    void check(Geometry polygons, String id) {
        Envelope extent = polygons.getEnvelopeInternal();
        double farthest = Math.max(Math.abs(extent.getMinX()), Math.abs(extent.getMaxX()));
        double highest = Math.max(Math.abs(extent.getMinY()), Math.abs(extent.getMaxY()));
        if (period > 0 && !extent.isNull() && (farthest > 1.5 * period || highest > period / 4 + 1e-9)) {
            throw new InputProblem(
                    Kind.INVALID_DOCUMENT,
                    "The coordinates of the zone '%s' are no longitudes and latitudes: %s".formatted(id, extent),
                    "Send GeoJSON in WGS 84, longitude first, or another format that names its CRS");
        }
    }

    /**
     * Polygons whose rings go on across the antimeridian instead of jumping back round the Earth: an edge of more than
     * half the Earth is taken for one that goes the other way round. A zone cut there, as RFC 7946 wants it, stays as it is.
     */
    Geometry unwrapped(Geometry polygons, String id, ZoneWarnings warnings) {
        if (period == 0 || polygons.getEnvelopeInternal().getWidth() <= period / 2) {
            return polygons;
        }
        Polygon[] unwrapped = new Polygon[polygons.getNumGeometries()];
        for (int i = 0; i < unwrapped.length; i++) {
            unwrapped[i] = unwrapped((Polygon) polygons.getGeometryN(i));
        }
        Geometry whole = polygons.getFactory().createMultiPolygon(unwrapped);
        if (whole.getEnvelopeInternal().getWidth()
                < polygons.getEnvelopeInternal().getWidth()) {
            warnings.add("The zone '" + id + "' has an edge of more than half the Earth; it was taken to cross the"
                    + " antimeridian");
        }
        return whole;
    }

    private Polygon unwrapped(Polygon polygon) {
        LinearRing shell = unwrapped(polygon.getExteriorRing());
        LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = beside(shell, unwrapped(polygon.getInteriorRingN(i)));
        }
        return polygon.getFactory().createPolygon(shell, holes);
    }

    private LinearRing unwrapped(LinearRing ring) {
        Coordinate[] corners = ring.getCoordinates();
        Coordinate[] unwrapped = new Coordinate[corners.length];
        double turns = 0;
        for (int i = 0; i < corners.length; i++) {
            double step = i == 0 ? 0 : corners[i].x - corners[i - 1].x;
            // An edge once round the whole Earth is that of a map of the world.
            turns -= Math.abs(step) < period ? Math.rint(step / period) : 0;
            unwrapped[i] = new Coordinate(corners[i].x + turns * period, corners[i].y);
        }
        // A ring round a pole does not come back to where it began.
        return turns == 0 ? ring.getFactory().createLinearRing(unwrapped) : ring;
    }

    /** A hole on the turn of its shell. */
    private LinearRing beside(LinearRing shell, LinearRing hole) {
        double apart = hole.isEmpty() || shell.isEmpty()
                ? 0
                : shell.getEnvelopeInternal().centre().x
                        - hole.getEnvelopeInternal().centre().x;
        return (LinearRing) AffineTransformation.translationInstance(Math.rint(apart / period) * period, 0)
                .transform(hole);
    }
}
