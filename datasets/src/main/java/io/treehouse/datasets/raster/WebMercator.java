package io.treehouse.datasets.raster;

import java.util.Optional;
import org.gdal.osr.SpatialReference;

/**
 * Grids in Web Mercator (EPSG:3857) that lie across the antimeridian. Degrees begin anew there, which GDAL knows; the
 * metres that stand for them do, too, which it does not.
 */
final class WebMercator {
    private static final String CODE = "EPSG:3857";
    private static final double RADIUS_METRES = 6_378_137;
    private static final double HALF_TURN_METRES = Math.PI * RADIUS_METRES;

    private WebMercator() {}

    /**
     * The grid of a map that is to be laid onto another one. If one of the two goes on beyond the antimeridian, it is in a
     * Web Mercator whose metres count from the middle of the map, and begin anew on the far side of the Earth.
     */
    static GridReference unrolled(PlacedClassMap map, PlacedClassMap other) {
        boolean goesBeyond = isInIt(map) && (goesBeyond(map) || goesBeyond(other));
        return goesBeyond ? aboutItsMiddle(map.grid()) : map.grid();
    }

    private static boolean isInIt(PlacedClassMap map) {
        return map.crs().equals(Optional.of(CODE));
    }

    private static boolean goesBeyond(PlacedClassMap map) {
        return isInIt(map) && Math.abs(middle(map.grid())) + radius(map.grid()) > HALF_TURN_METRES;
    }

    private static GridReference aboutItsMiddle(GridReference grid) {
        double middle = middle(grid);
        double[] transform = grid.transform().orElseThrow().clone();
        transform[0] -= middle;
        String wkt = wkt(Math.toDegrees(middle / RADIUS_METRES));
        return new GridReference(
                grid.width(), grid.height(), Optional.of(transform), Optional.of(wkt), grid.pointSampled());
    }

    private static String wkt(double meridian) {
        SpatialReference reference = new SpatialReference();
        try {
            reference.ImportFromProj4(
                    "+proj=merc +a=6378137 +b=6378137 +lon_0=" + meridian + " +units=m +nadgrids=@null +no_defs");
            return reference.ExportToWkt();
        } finally {
            reference.delete();
        }
    }

    private static double middle(GridReference grid) {
        double[] t = grid.transform().orElseThrow();
        return t[0] + t[1] * grid.width() / 2 + t[2] * grid.height() / 2;
    }

    private static double radius(GridReference grid) {
        double[] t = grid.transform().orElseThrow();
        return Math.abs(t[1]) * grid.width() / 2 + Math.abs(t[2]) * grid.height() / 2;
    }
}
