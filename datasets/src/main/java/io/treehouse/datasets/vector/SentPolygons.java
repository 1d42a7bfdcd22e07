package io.treehouse.datasets.vector;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.util.ArrayList;
import java.util.List;
import org.gdal.ogr.Feature;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** The polygons that a feature was sent with, in the coordinates of their file. */
final class SentPolygons {
    /** Mending takes time that grows with the square of the corners. */
    private static final int MOST_CORNERS_TO_MEND = 50_000;

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private SentPolygons() {}

    /**
     * The polygons of a zone; empty if it has none.
     *
     * @throws InputProblem if it is of points or lines
     */
    static Geometry of(Feature feature, String id, ZoneWarnings warnings) {
        org.gdal.ogr.Geometry sent = feature.GetGeometryRef();
        if (sent == null || sent.IsEmpty()) {
            warnings.add("The zone '" + id + "' has no polygon");
            return GEOMETRIES.createPolygon();
        }
        sent.FlattenTo2D();
        org.gdal.ogr.Geometry straight = sent.GetLinearGeometry();
        try {
            return polygons(parsed(straight.ExportToWkb(), id), id);
        } finally {
            straight.delete();
        }
    }

    private static Geometry parsed(byte[] wkb, String id) {
        try {
            return new WKBReader(GEOMETRIES).read(wkb);
        } catch (ParseException | IllegalArgumentException malformed) {
            throw new InputProblem(
                    Kind.INVALID_DOCUMENT,
                    "The zone '" + id + "' cannot be read: " + malformed.getMessage(),
                    "Send closed rings of at least four positions",
                    malformed);
        }
    }

    private static Geometry polygons(Geometry geometry, String id) {
        List<Polygon> polygons = new ArrayList<>();
        collect(geometry, id, polygons);
        return polygons.size() == 1 ? polygons.get(0) : GEOMETRIES.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private static void collect(Geometry geometry, String id, List<Polygon> polygons) {
        if (geometry instanceof Polygon polygon) {
            polygons.add(polygon);
        } else if (geometry instanceof GeometryCollection collection) {
            for (int i = 0; i < collection.getNumGeometries(); i++) {
                collect(collection.getGeometryN(i), id, polygons);
            }
        } else {
            throw new InputProblem(
                    Kind.INVALID_DOCUMENT,
                    "The zone '" + id + "' is a " + geometry.getGeometryType() + " and no polygon",
                    "Send polygons only");
        }
    }

    /**
     * Polygons without crossings and overlaps.
     *
     * @throws InputProblem if they have some and too many corners to be mended
     */
    static Geometry valid(Geometry polygons, String id, ZoneWarnings warnings) {
        if (polygons.isValid()) {
            return polygons;
        }
        if (polygons.getNumPoints() > MOST_CORNERS_TO_MEND) {
            throw new InputProblem(
                    Kind.INVALID_DOCUMENT,
                    "The zone '" + id + "' crosses itself and has too many corners to be mended",
                    "Make its polygons valid, for example with the Fix Geometries of QGIS");
        }
        warnings.add("The zone '" + id + "' is no valid polygon; it was mended, so that each place counts once");
        return polygons(GeometryFixer.fix(polygons), id);
    }
}
