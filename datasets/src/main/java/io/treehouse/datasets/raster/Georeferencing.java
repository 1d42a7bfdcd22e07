package io.treehouse.datasets.raster;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.gdal.osr.CoordinateTransformation;
import org.gdal.osr.SpatialReference;
import org.gdal.osr.osrConstants;

/**
 * From pixels to places on the ellipsoid. Pixel coordinates count from the top left corner of the top left pixel, so its
 * centre is (0.5, 0.5). Holds native objects; belongs to one thread.
 */
final class Georeferencing implements AutoCloseable {
    private static final String WGS84 = "EPSG:4326";
    private static final double FULL_TURN = 360;

    /** What the digits of a world file leave of a right angle. */
    private static final double ROUNDED_COSINE = 1e-6;

    private final double[] transform;
    private final SpatialReference reference;
    private final SpatialReference geographic;
    private final CoordinateTransformation toGeographic;

    /**
     * @param transform GDAL's six coefficients from pixels to the CRS
     * @param wkt the CRS as well-known text
     */
    Georeferencing(double[] transform, String wkt) {
        if (transform[1] * transform[5] - transform[2] * transform[4] == 0) {
            throw unusable("its transform " + Arrays.toString(transform) + " has pixels without area", null);
        }
        this.transform = transform.clone();
        this.reference = new SpatialReference(wkt);
        reference.SetAxisMappingStrategy(osrConstants.OAMS_TRADITIONAL_GIS_ORDER);
        this.geographic = CrsName.reference(WGS84);
        this.toGeographic = isLocal() ? null : new CoordinateTransformation(reference, geographic);
    }

    /** Whether the CRS is tied to no place on Earth, so that its own units are all there is. */
    private boolean isLocal() {
        return reference.IsProjected() == 0 && reference.IsGeographic() == 0;
    }

    /** Name of the CRS: {@code EPSG:n} where it has a code, else the name in its text. */
    String crsName() {
        String authority = reference.GetAuthorityName(null);
        String code = reference.GetAuthorityCode(null);
        return authority != null && code != null ? authority + ":" + code : reference.GetName();
    }

    /** Size of a pixel on the ground about a position, in metres. */
    GroundSampling groundSampling(double x, double y) {
        LocalScale scale = localScale(x, y);
        return new GroundSampling(
                scale.alongRows(),
                scale.alongColumns(),
                isPerpendicular() ? 0 : scale.cosineBetween(),
                GroundSampling.Source.GEOREFERENCING);
    }

    /** Whether the axes are meant to be perpendicular: in a projected CRS any, in degrees those along the meridians alone. */
    private boolean isPerpendicular() {
        double cosine = (transform[1] * transform[2] + transform[4] * transform[5])
                / (Math.hypot(transform[1], transform[4]) * Math.hypot(transform[2], transform[5]));
        boolean turned = transform[1] != 0 && transform[4] != 0;
        return Math.abs(cosine) < ROUNDED_COSINE && !(turned && reference.IsGeographic() != 0);
    }

    /** Ground area of a pixel at a position, in square metres. */
    double areaM2(double x, double y) {
        LocalScale scale = localScale(x, y);
        return scale.alongRows() * scale.alongColumns() * scale.sineBetween();
    }

    /**
     * Lengths of a pixel's axes on the ground.
     *
     * @param alongRows metres from column to column
     * @param alongColumns metres from row to row
     * @param sineBetween sine of the angle between the two
     * @param cosineBetween its cosine
     */
    private record LocalScale(double alongRows, double alongColumns, double sineBetween, double cosineBetween) {}

    private LocalScale localScale(double x, double y) {
        if (toGeographic == null) {
            return scaleInOwnUnits();
        }
        GeodesicData row = geodesic(x - 0.5, y, x + 0.5, y);
        GeodesicData column = geodesic(x, y - 0.5, x, y + 0.5);
        // Half of the way along each line the two cross; azimuths barely change over a pixel.
        double angle = Math.toRadians(row.azi1 - column.azi1);
        return new LocalScale(row.s12, column.s12, Math.abs(Math.sin(angle)), Math.cos(angle));
    }

    private LocalScale scaleInOwnUnits() {
        double unit = reference.GetLinearUnits();
        double row = Math.hypot(transform[1], transform[4]) * unit;
        double column = Math.hypot(transform[2], transform[5]) * unit;
        double determinant = Math.abs(transform[1] * transform[5] - transform[2] * transform[4]) * unit * unit;
        double product = (transform[1] * transform[2] + transform[4] * transform[5]) * unit * unit;
        return new LocalScale(row, column, determinant / (row * column), product / (row * column));
    }

    private GeodesicData geodesic(double x0, double y0, double x1, double y1) {
        double[] from = geographicPoint(x0, y0);
        double[] to = geographicPoint(x1, y1);
        return Geodesic.WGS84.Inverse(from[1], from[0], to[1], to[0]);
    }

    /**
     * Longitude and latitude of the corners of a raster in degrees: top left, top right, bottom right, bottom left, going on
     * beyond 180 where the raster crosses the antimeridian. Empty if the CRS is tied to no place on Earth.
     */
    Optional<List<List<Double>>> corners(int width, int height) {
        if (toGeographic == null) {
            return Optional.empty();
        }
        double west = geographicPoint(0, 0)[0];
        return Optional.of(Stream.of(
                        geographicPoint(0, 0),
                        geographicPoint(width, 0),
                        geographicPoint(width, height),
                        geographicPoint(0, height))
                .map(point -> List.of(point[0] + FULL_TURN * Math.rint((west - point[0]) / FULL_TURN), point[1]))
                .toList());
    }

    /** Longitude and latitude of a pixel position, in degrees. */
    private double[] geographicPoint(double x, double y) {
        try {
            double[] point = toGeographic.TransformPoint(
                    transform[0] + x * transform[1] + y * transform[2],
                    transform[3] + x * transform[4] + y * transform[5]);
            if (Math.abs(point[1]) <= 90 && Double.isFinite(point[0])) {
                return point;
            }
        } catch (RuntimeException outside) {
            throw unusable("it lies outside of the area of its CRS " + crsName(), outside);
        }
        throw unusable("it lies outside of the area of its CRS " + crsName(), null);
    }

    private static InputProblem unusable(String fault, RuntimeException cause) {
        return new InputProblem(
                Kind.UNUSABLE_RASTER,
                "The picture's georeferencing cannot be used: " + fault,
                "Correct the georeferencing, or remove it and give gsd",
                cause);
    }

    @Override
    public void close() {
        if (toGeographic != null) {
            toGeographic.delete();
        }
        geographic.delete();
        reference.delete();
    }
}
