package io.treehouse.inference.objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * An object in the coordinates of its picture, as published in a tile's answer. Immutable.
 *
 * @param id identifier
 * @param objectClass class by its published name; {@code class} in JSON
 * @param areaM2 ground area in square metres; null if unknown
 * @param perimeterM length of the outline on the ground in metres; null if unknown
 * @param confidence mean probability of the class over its pixels, 0…1
 * @param touchesEdge whether it may go on beyond the picture or in pixels without imagery
 * @param crownDiameterM diameter of the circle with a crown's area; null for other classes, or if unknown
 * @param coordinates rings of {@code [x, y]} in pixels from the top left corner of the picture, x to the right and y
 *     down: the outline, then the holes; the first point of each again at its end
 */
public record PixelObject(
        String id,
        @JsonProperty("class") String objectClass,
        Double areaM2,
        Double perimeterM,
        double confidence,
        boolean touchesEdge,
        Double crownDiameterM,
        List<List<List<Double>>> coordinates) {
    public PixelObject {
        coordinates = List.copyOf(coordinates);
    }

    /** The published form of an object. */
    public static PixelObject of(MapObject object) {
        Region region = object.region();
        return new PixelObject(
                object.id(),
                region.kind().label(),
                region.areaM2(),
                object.perimeterM(),
                region.confidence(),
                region.touchesEdge(),
                object.crownDiameterM(),
                rings(object.outline()));
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
        return Arrays.stream(ring.getCoordinates())
                .map(point -> List.of(round(point.x), round(point.y)))
                .toList();
    }

    /** To a thousandth of a pixel. */
    private static double round(double pixels) {
        return Math.rint(pixels * 1000) / 1000;
    }
}
