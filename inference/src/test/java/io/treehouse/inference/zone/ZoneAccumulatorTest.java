package io.treehouse.inference.zone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.raster.PixelAreas;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.datasets.vector.ZonePolygon;
import io.treehouse.inference.landcover.LandCover;
import io.treehouse.inference.landcover.LandCoverAccumulator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class ZoneAccumulatorTest {
    private static final byte NODATA = (byte) SurfaceClass.NODATA;
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    /** Rows get larger towards the south: 1, 2, 3 … m² a pixel. */
    private static final PixelAreas BY_ROW = (x, y) -> y + 1.0;

    /** water water tree / water nodata tree / tree tree tree. */
    private static final byte[] MAP = {3, 3, 4, 3, NODATA, 4, 4, 4, 4};

    @Test
    void borderPixelsCountWithTheShareThatLiesInside() {
        // The lower left triangle of the map: half of each pixel on the diagonal, all below it.
        ZoneCover zone = cover("POLYGON ((0 0, 0 3, 3 3, 0 0))");

        assertEquals(1.5, zone.classes().get("water").pixels(), 1e-7);
        assertEquals(0.5 * 1 + 2, zone.classes().get("water").areaM2(), 1e-6);
        assertEquals(2.5, zone.classes().get("tree_canopy").pixels(), 1e-7);
        assertEquals(2.5 * 3, zone.classes().get("tree_canopy").areaM2(), 1e-6);
        assertEquals(0.5, zone.nodata().pixels(), 1e-7);
        assertEquals(4, zone.valid().pixels(), 1e-7);
        assertEquals(2.5 / 4, zone.classes().get("tree_canopy").fraction(), 1e-7);
        assertEquals(1, zone.shareOnTile(), 1e-7);
    }

    @Test
    void aZoneWithinOnePixelHasItsShare() {
        ZoneCover zone = cover("POLYGON ((0.25 0.5, 0.25 0.75, 0.75 0.75, 0.75 0.5, 0.25 0.5))");

        assertEquals(0.125, zone.valid().pixels(), 1e-7);
        assertEquals(0.125, zone.valid().areaM2(), 1e-7);
        assertEquals(0.5, zone.classes().get("water").meanConfidence(), 1e-6);
    }

    @Test
    void holesAndWhatLiesOffTheTileDoNotCount() {
        ZoneCover zone = cover("POLYGON ((-5 -5, -5 2, 8 2, 8 -5, -5 -5), (1 0, 2 0, 2 1, 1 1, 1 0))");

        assertEquals(4, zone.valid().pixels(), 1e-7);
        assertEquals(1, zone.nodata().pixels(), 1e-7);
        assertEquals(5.0 / (13 * 7 - 1), zone.shareOnTile(), 1e-7);
    }

    @Test
    void aZoneElsewhereHasNothing() {
        for (String wkt :
                List.of("POLYGON ((9 0, 9 3, 12 3, 9 0))", "POLYGON ((0 -9, 3 -9, 3 -1, 0 -9))", "POLYGON EMPTY")) {
            ZoneCover zone = cover(wkt);

            assertEquals(new ZoneExtent(0, 0.0), zone.valid());
            assertEquals(0, zone.shareOnTile());
            assertNull(zone.classes().get("water").fraction());
            assertNull(zone.classes().get("water").meanConfidence());
        }
    }

    @Test
    void zonesMayOverlap() {
        ZonePolygon whole = zone("POLYGON ((0 0, 0 3, 3 3, 3 0, 0 0))");

        List<ZoneCover> covers = count(List.of(whole, whole), 3, 3, MAP, Optional.of(BY_ROW));

        assertEquals(8, covers.get(0).valid().pixels());
        assertEquals(covers.get(0), covers.get(1));
    }

    @Test
    void areasAreUnknownWithoutAPixelSize() {
        ZoneCover zone = count(List.of(zone("POLYGON ((0 0, 0 3, 3 3, 0 0))")), 3, 3, MAP, Optional.empty())
                .get(0);

        assertNull(zone.valid().areaM2());
        assertNull(zone.classes().get("water").areaM2());
        assertEquals(4, zone.valid().pixels(), 1e-7);
    }

    @Test
    void sharesAreThoseOfExactGeometry() {
        Random random = new Random(7);
        byte[] map = randomMap(random, 40, 30);
        for (int i = 0; i < 50; i++) {
            Geometry outline = randomPolygons(random);
            ZoneCover zone = count(
                            List.of(new ZonePolygon("z", null, outline, outline.getArea())),
                            40,
                            30,
                            map,
                            Optional.empty())
                    .get(0);

            double[] expected = new double[SurfaceClass.COUNT];
            for (int pixel = 0; pixel < map.length; pixel++) {
                if (map[pixel] != NODATA) {
                    Envelope square = new Envelope(pixel % 40, pixel % 40 + 1.0, pixel / 40, pixel / 40 + 1.0);
                    expected[map[pixel]] +=
                            outline.intersection(GEOMETRIES.toGeometry(square)).getArea();
                }
            }
            for (SurfaceClass surface : SurfaceClass.all()) {
                assertEquals(
                        expected[surface.code()],
                        zone.classes().get(surface.label()).pixels(),
                        1e-4);
            }
        }
    }

    @Test
    void theZonesOfAPartitionAddUpToTheTileExactly() {
        Random random = new Random(3);
        int width = 130;
        int height = 90;
        byte[] map = randomMap(random, width, height);
        List<ZonePolygon> zones = distortedGrid(random, width, height, 12);
        LandCoverAccumulator tile = new LandCoverAccumulator(width, Optional.of(BY_ROW));
        tile.rows(0, height, map, confidence(map.length));
        LandCover whole = tile.landCover();

        List<ZoneCover> covers = count(zones, width, height, map, Optional.of(BY_ROW));

        for (SurfaceClass surface : SurfaceClass.all()) {
            String label = surface.label();
            assertEquals(
                    whole.of(surface).pixels(),
                    sum(covers, zone -> zone.classes().get(label).pixels()),
                    0);
            assertEquals(
                    whole.of(surface).areaM2(),
                    sum(covers, zone -> zone.classes().get(label).areaM2()),
                    1e-12 * whole.valid().areaM2());
        }
        assertEquals(whole.nodata().pixels(), sum(covers, zone -> zone.nodata().pixels()), 0);
        assertTrue(covers.stream().allMatch(zone -> zone.shareOnTile() > 0.999_999));
    }

    @Test
    void zonesThatLieOnTwoTilesHaveTheSumOfBoth() {
        Random random = new Random(5);
        byte[] map = randomMap(random, 64, 40);
        List<ZonePolygon> zones = distortedGrid(random, 64, 40, 5);
        List<ZonePolygon> seenFromBelow = zones.stream()
                .map(zone -> {
                    Geometry moved = zone.outline().copy();
                    moved.apply((org.locationtech.jts.geom.CoordinateFilter) corner -> corner.y -= 17);
                    moved.geometryChanged();
                    return new ZonePolygon(zone.id(), null, moved, zone.areaPixels());
                })
                .toList();

        List<ZoneCover> whole = count(zones, 64, 40, map, Optional.empty());
        List<ZoneCover> above = count(zones, 64, 17, Arrays.copyOf(map, 64 * 17), Optional.empty());
        List<ZoneCover> below =
                count(seenFromBelow, 64, 23, Arrays.copyOfRange(map, 64 * 17, 64 * 40), Optional.empty());

        for (int i = 0; i < zones.size(); i++) {
            assertEquals(
                    whole.get(i).valid().pixels(),
                    above.get(i).valid().pixels() + below.get(i).valid().pixels(),
                    1e-6);
        }
    }

    private static ZoneCover cover(String wkt) {
        return count(List.of(zone(wkt)), 3, 3, MAP, Optional.of(BY_ROW)).get(0);
    }

    private static ZonePolygon zone(String wkt) {
        try {
            Geometry outline = new WKTReader().read(wkt);
            return new ZonePolygon("z", null, outline, outline.getArea());
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Counts row by row. */
    private static List<ZoneCover> count(
            List<ZonePolygon> zones, int width, int height, byte[] map, Optional<PixelAreas> areas) {
        ZoneAccumulator accumulator = new ZoneAccumulator(zones, width, height, areas);
        for (int row = 0; row < height; row++) {
            accumulator.rows(row, 1, Arrays.copyOfRange(map, row * width, (row + 1) * width), confidence(width));
        }
        return accumulator.covers();
    }

    private static float[] confidence(int length) {
        float[] confidence = new float[length];
        Arrays.fill(confidence, 0.5f);
        return confidence;
    }

    private static double sum(List<ZoneCover> covers, ToDoubleFunction<ZoneCover> figure) {
        return covers.stream().mapToDouble(figure).sum();
    }

    private static byte[] randomMap(Random random, int width, int height) {
        byte[] map = new byte[width * height];
        for (int i = 0; i < map.length; i++) {
            int code = random.nextInt(SurfaceClass.COUNT + 1);
            map[i] = code == SurfaceClass.COUNT ? NODATA : (byte) code;
        }
        return map;
    }

    /** Two discs with corners, one with a hole, reaching off the map. */
    private static Geometry randomPolygons(Random random) {
        Geometry disc = GEOMETRIES
                .createPoint(new Coordinate(random.nextDouble() * 40, random.nextDouble() * 30))
                .buffer(3 + random.nextDouble() * 15, 2);
        Geometry hole = disc.getCentroid().buffer(1 + random.nextDouble(), 3);
        Geometry other = GEOMETRIES
                .createPoint(new Coordinate(random.nextDouble() * 40, random.nextDouble() * 30))
                .buffer(4, 1);
        return disc.difference(hole).union(other);
    }

    /** A grid of quadrilaterals whose corners were moved, but for the map's edge. */
    private static List<ZonePolygon> distortedGrid(Random random, int width, int height, int cells) {
        Coordinate[][] corners = new Coordinate[cells + 1][cells + 1];
        for (int i = 0; i <= cells; i++) {
            for (int j = 0; j <= cells; j++) {
                double dx = i == 0 || i == cells ? 0 : (random.nextDouble() - 0.5) * 0.8 * width / cells;
                double dy = j == 0 || j == cells ? 0 : (random.nextDouble() - 0.5) * 0.8 * height / cells;
                corners[i][j] = new Coordinate((double) width * i / cells + dx, (double) height * j / cells + dy);
            }
        }
        List<ZonePolygon> zones = new ArrayList<>();
        for (int i = 0; i < cells; i++) {
            for (int j = 0; j < cells; j++) {
                Geometry cell = GEOMETRIES.createPolygon(new Coordinate[] {
                    corners[i][j], corners[i][j + 1], corners[i + 1][j + 1], corners[i + 1][j], corners[i][j]
                });
                zones.add(new ZonePolygon(i + "/" + j, null, cell, cell.getArea()));
            }
        }
        return zones;
    }
}
