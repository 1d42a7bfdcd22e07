package io.treehouse.datasets.vector;

import java.util.Optional;
import org.gdal.osr.CoordinateTransformation;
import org.gdal.osr.SpatialReference;
import org.locationtech.jts.geom.Coordinate;

/**
 * The way between the CRS of polygons and that of a grid, easting or longitude first. Places without a way come out as
 * coordinates that are no numbers. Holds native objects; belongs to one thread.
 */
final class CrsBridge implements AutoCloseable {
    private static final double WEB_MERCATOR_PERIOD = 2 * Math.PI * 6_378_137;

    private final Optional<CoordinateTransformation> there;
    private final Optional<CoordinateTransformation> back;
    private final double period;
    private final double gridPeriod;

    /** Centre of the grid: its x in the grid's CRS, and in that of the polygons. */
    private double gridX;

    private double sentX;

    private CrsBridge(SpatialReference sent, SpatialReference grid) {
        boolean same = sent.IsSame(grid) != 0;
        there = same ? Optional.empty() : Optional.of(new CoordinateTransformation(sent, grid));
        back = same ? Optional.empty() : Optional.of(new CoordinateTransformation(grid, sent));
        period = Longitudes.of(sent).period();
        boolean webMercator = "3857".equals(grid.GetAuthorityCode(null));
        gridPeriod = webMercator ? WEB_MERCATOR_PERIOD : Longitudes.of(grid).period();
    }

    /**
     * Finds the way.
     *
     * @param gridCentre centre of the grid in its CRS
     * @throws RuntimeException with GDAL's words if there is none
     */
    static CrsBridge between(SpatialReference sent, SpatialReference grid, Coordinate gridCentre) {
        CrsBridge bridge = new CrsBridge(sent, grid);
        bridge.gridX = gridCentre.x;
        bridge.sentX = transformed(bridge.back, gridCentre).x;
        return bridge;
    }

    /** Whether straight lines may come out bent. */
    boolean bends() {
        return there.isPresent();
    }

    /** From the CRS of the polygons to that of the grid: on the turn round the Earth that the grid is on. */
    Coordinate there(Coordinate sent) {
        Coordinate placed = transformed(there, sent);
        if (bends() && gridPeriod > 0 && period > 0) {
            double expected = gridX + (sent.x - sentX) * gridPeriod / period;
            placed.x += gridPeriod * Math.rint((expected - placed.x) / gridPeriod);
        }
        return placed;
    }

    /** From the grid's CRS to that of the polygons: within half a turn of the grid's centre. */
    Coordinate back(Coordinate onGrid) {
        Coordinate sent = transformed(back, onGrid);
        if (bends() && period > 0) {
            sent.x += period * Math.rint((sentX - sent.x) / period);
        }
        return sent;
    }

    private static Coordinate transformed(Optional<CoordinateTransformation> way, Coordinate from) {
        if (way.isEmpty()) {
            return new Coordinate(from.x, from.y);
        }
        try {
            double[] to = way.get().TransformPoint(from.x, from.y);
            return new Coordinate(to[0], to[1]);
        } catch (RuntimeException noWay) {
            return new Coordinate(Double.NaN, Double.NaN);
        }
    }

    @Override
    public void close() {
        there.ifPresent(CoordinateTransformation::delete);
        back.ifPresent(CoordinateTransformation::delete);
    }
}
