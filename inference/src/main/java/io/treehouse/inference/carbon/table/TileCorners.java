package io.treehouse.inference.carbon.table;

import com.fasterxml.jackson.databind.JsonNode;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * Reads the corners of tiles, longitude and latitude in degrees. All longitudes are numbered like the first that is read, so
 * that tiles on both sides of the antimeridian are neighbours. Not thread-safe.
 */
final class TileCorners {
    private static final int CORNERS = 4;
    private static final double TURN = 360;
    private static final double HIGHEST = 90;

    private final GeometryFactory geometries = new GeometryFactory();
    private double firstLongitude = Double.NaN;

    /**
     * The tile's outline in degrees; empty if the result does not tell it.
     *
     * @param corners the member of the result
     * @param id name of the result
     * @throws InputProblem if they are no corners
     */
    Optional<Polygon> outline(JsonNode corners, String id) {
        if (corners.isNull() || corners.isMissingNode()) {
            return Optional.empty();
        }
        if (corners.size() != CORNERS) {
            throw invalid(corners, id);
        }
        Coordinate[] places = new Coordinate[CORNERS];
        for (int i = 0; i < CORNERS; i++) {
            places[i] = place(corners, i, id);
        }
        Geometry hull = geometries.createMultiPointFromCoords(places).convexHull();
        return Optional.of(hull)
                .filter(Polygon.class::isInstance)
                .map(Polygon.class::cast)
                .or(() -> {
                    throw invalid(corners, id);
                });
    }

    private Coordinate place(JsonNode corners, int index, String id) {
        JsonNode longitude = corners.path(index).path(0);
        JsonNode latitude = corners.path(index).path(1);
        boolean isPlace = longitude.isNumber()
                && latitude.isNumber()
                && Math.abs(longitude.asDouble()) <= TURN
                && Math.abs(latitude.asDouble()) <= HIGHEST;
        if (!isPlace) {
            throw invalid(corners, id);
        }
        double x = longitude.asDouble();
        if (Double.isNaN(firstLongitude)) {
            firstLongitude = x;
        }
        return new Coordinate(x + TURN * Math.rint((firstLongitude - x) / TURN), latitude.asDouble());
    }

    private static InputProblem invalid(JsonNode corners, String id) {
        return new InputProblem(
                Kind.INVALID_DOCUMENT,
                "The corners of the result '" + id + "' are no four longitudes and latitudes: " + corners,
                "Give the result as POST /v1/tiles or classify wrote it");
    }
}
