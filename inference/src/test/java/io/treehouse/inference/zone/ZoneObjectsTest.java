package io.treehouse.inference.zone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.treehouse.datasets.raster.GroundSampling;
import io.treehouse.datasets.vector.ZonePolygon;
import io.treehouse.inference.objects.CrownSettings;
import io.treehouse.inference.objects.ObjectExtractor;
import io.treehouse.inference.objects.ObjectTotal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.io.WKTReader;

/** Buildings ({@code #}) on a map of 8 × 4 pixels of 16 m², counted by zones. */
class ZoneObjectsTest {
    private static final int WIDTH = 8;
    private static final int HEIGHT = 4;
    private static final String[] MAP = {
        "##....##", //
        "##......", //
        "...##...", //
        "........"
    };

    @Test
    void anObjectCountsAsAWholeWhereItsCentreLies() {
        // The building in the upper left has its centre in (1, 1): it counts on the left, all four pixels of it.
        List<ZoneCover> zones =
                count("POLYGON ((0 0, 1.5 0, 1.5 4, 0 4, 0 0))", "POLYGON ((1.5 0, 8 0, 8 4, 1.5 4, 1.5 0))");

        assertEquals(new ObjectTotal(1, 0, 4, 64.0), zones.get(0).objects().get("building"));
        assertEquals(new ObjectTotal(2, 0, 4, 64.0), zones.get(1).objects().get("building"));
        assertEquals(new ObjectTotal(0, 0, 0, 0.0), zones.get(0).objects().get("tree_crown"));
    }

    @Test
    void anObjectOnABorderCountsInOneOfTheTwoZones() {
        // Borders through the centres (4, 2.5) and (7, 0.5).
        List<ZoneCover> zones = count(
                "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))",
                "POLYGON ((4 0, 8 0, 8 0.5, 4 0.5, 4 0))",
                "POLYGON ((4 0.5, 8 0.5, 8 4, 4 4, 4 0.5))");

        assertEquals(List.of(1L, 0L, 2L), buildings(zones));
    }

    @Test
    void holesZonesElsewhereAndOverlappingZonesCountWhatLiesInThem() {
        List<ZoneCover> zones = count(
                "POLYGON ((-9 -9, 90 -9, 90 9, -9 9, -9 -9), (3 2, 5 2, 5 3, 3 3, 3 2))",
                "POLYGON ((20 0, 30 0, 30 4, 20 0))",
                "POLYGON ((3 2, 5 2, 5 3, 3 3, 3 2))",
                "MULTIPOLYGON (((0 0, 2 0, 2 2, 0 2, 0 0)), ((6 0, 8 0, 8 1, 6 1, 6 0)))");

        assertEquals(List.of(2L, 0L, 1L, 2L), buildings(zones));
    }

    private static List<Long> buildings(List<ZoneCover> zones) {
        return zones.stream()
                .map(zone -> zone.objects().get("building").count())
                .toList();
    }

    private static List<ZoneCover> count(String... zones) {
        List<ZonePolygon> polygons = Stream.of(zones).map(ZoneObjectsTest::zone).toList();
        ZoneObjects objects = new ZoneObjects(polygons, WIDTH, HEIGHT, true);
        byte[] classes = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = (byte) (MAP[i / WIDTH].charAt(i % WIDTH) == '#' ? 2 : 0);
        }
        float[] confidence = new float[classes.length];
        Arrays.fill(confidence, 0.9f);
        new ObjectExtractor(
                        WIDTH,
                        HEIGHT,
                        new GroundSampling(4, 4, GroundSampling.Source.PARAMETER),
                        Optional.of((x, y) -> 16),
                        CrownSettings.DEFAULT,
                        objects)
                .rows(0, HEIGHT, classes, confidence);
        return objects.addedTo(
                new ArrayList<>(new ZoneAccumulator(polygons, WIDTH, HEIGHT, Optional.of((x, y) -> 16)).covers()));
    }

    private static ZonePolygon zone(String wkt) {
        try {
            var outline = new WKTReader().read(wkt);
            return new ZonePolygon(wkt, null, outline, outline.getArea());
        } catch (org.locationtech.jts.io.ParseException fault) {
            throw new IllegalArgumentException(fault);
        }
    }
}
