package io.treehouse.inference.classify;

import io.treehouse.inference.objects.MapObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * An object in the coordinates of its picture, shaped like a feature of GeoJSON. Immutable.
 *
 * @param type always {@code Feature}
 * @param id identifier
 * @param geometry outline in pixels
 * @param position position of a crown as {@code [x, y]} in pixels; null for other classes
 * @param properties the properties that files of objects have, by their names
 */
public record PixelFeature(
        String type, String id, Outline geometry, List<Double> position, Map<String, Object> properties) {
    /**
     * A polygon.
     *
     * @param type always {@code Polygon}
     * @param coordinates rings of {@code [x, y]} in pixels from the top left corner of the picture, x to the right and y
     *     down: the outline, then the holes; the first point of each again at its end
     */
    public record Outline(String type, List<List<List<Double>>> coordinates) {
        public Outline {
            coordinates = List.copyOf(coordinates);
        }
    }

    public PixelFeature {
        // Values may be null, which Map.copyOf refuses.
        properties = Collections.unmodifiableMap(properties);
    }

    static PixelFeature of(MapObject object, TileRequest request) {
        return new PixelFeature(
                "Feature",
                object.id(),
                new Outline("Polygon", rings(object.outline())),
                object.position() == null ? null : point(object.position()),
                ObjectProperties.of(object, request));
    }

    private static List<List<List<Double>>> rings(Polygon polygon) {
        List<List<List<Double>>> rings = new ArrayList<>();
        rings.add(points(polygon.getExteriorRing()));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.add(points(polygon.getInteriorRingN(i)));
        }
        return rings;
    }

    private static List<List<Double>> points(LineString ring) {
        return Arrays.stream(ring.getCoordinates()).map(PixelFeature::point).toList();
    }

    /** To a thousandth of a pixel. */
    private static List<Double> point(Coordinate point) {
        return Stream.of(point.x, point.y)
                .map(pixels -> Math.rint(pixels * 1000) / 1000)
                .toList();
    }
}
