package io.treehouse.datasets.vector;

import io.treehouse.datasets.raster.CrsName;
import io.treehouse.datasets.raster.GridReference;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/** Grids in WGS 84, longitude first, for features whose places are known in degrees. */
public final class DegreeGrid {
    /** A pixel of about a metre, so that edges bend to within two centimetres. */
    private static final double PIXEL_DEGREES = 1e-5;

    private static final String WGS84 = "EPSG:4326";

    private DegreeGrid() {}

    /**
     * The grid that covers a part of the Earth.
     *
     * @param degrees longitudes as x, latitudes as y; may go on beyond 180°
     */
    public static GridReference over(Envelope degrees) {
        double[] transform = {degrees.getMinX(), PIXEL_DEGREES, 0, degrees.getMaxY(), 0, -PIXEL_DEGREES};
        return new GridReference(
                pixels(degrees.getWidth()),
                pixels(degrees.getHeight()),
                Optional.of(transform),
                Optional.of(CrsName.wellKnownText(WGS84)),
                false);
    }

    /** The grid that covers all of the Earth, for features whose places are not known. */
    public static GridReference ofTheEarth() {
        return over(new Envelope(-180, 180, -90, 90));
    }

    private static int pixels(double degrees) {
        return Math.max(1, (int) Math.ceil(degrees / PIXEL_DEGREES));
    }
}
