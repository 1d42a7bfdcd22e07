package io.treehouse.inference.objects;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.raster.GridReference;
import io.treehouse.datasets.raster.GroundSampling;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.Angle;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

class ObjectShaperTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 7, 20, 33, 45, 58, 80})
    void aTurnedHouseGetsFourRightAnglesAndKeepsItsArea(int degrees) {
        double turn = Math.toRadians(degrees);
        DrawnMap map = new DrawnMap(80, 80, 0.5)
                .fill(SurfaceClass.BUILDING, (x, y) -> Blobs.inBox(x - 40.3, y - 39.8, turn, 24, 13));

        Polygon outline = map.only(ObjectClass.BUILDING).outline();

        Coordinate[] c = outline.getExteriorRing().getCoordinates();
        assertEquals(5, c.length, outline.toString());
        for (int i = 0; i < 4; i++) {
            double angle = Angle.angleBetween(c[(i + 3) % 4], c[i], c[i + 1]);
            assertEquals(90, Math.toDegrees(angle), 0.01, outline.toString());
        }
        assertEquals(map.count(SurfaceClass.BUILDING), outline.getArea(), 0.02 * outline.getArea());
        double wall = Math.toDegrees(Math.atan2(c[1].y - c[0].y, c[1].x - c[0].x));
        assertEquals(0, Math.IEEEremainder(wall - degrees, 90), 2);
    }

    @Test
    void anLShapedHouseKeepsItsSixCorners() {
        double turn = Math.toRadians(25);
        DrawnMap map = new DrawnMap(100, 100, 0.5)
                .fill(SurfaceClass.BUILDING, (x, y) -> Blobs.inBox(x - 50, y - 50, turn, 30, 9))
                .fill(
                        SurfaceClass.BUILDING,
                        (x, y) -> Blobs.inBox(
                                x - 50 - 21 * Math.cos(turn) + 17 * Math.sin(turn),
                                y - 50 - 21 * Math.sin(turn) - 17 * Math.cos(turn),
                                turn,
                                9,
                                18));

        Polygon outline = map.only(ObjectClass.BUILDING).outline();

        assertEquals(7, outline.getNumPoints(), outline.toString());
        assertEquals(map.count(SurfaceClass.BUILDING), outline.getArea(), 0.02 * outline.getArea());
    }

    @Test
    void aRoundHouseGetsNoRightAngles() {
        DrawnMap map = new DrawnMap(60, 60, 0.5).fill(SurfaceClass.BUILDING, (x, y) -> Math.hypot(x - 30, y - 30) < 20);

        Polygon outline = map.only(ObjectClass.BUILDING).outline();

        assertTrue(outline.getNumPoints() > 7, outline.toString());
        assertEquals(map.count(SurfaceClass.BUILDING), outline.getArea(), 0.02 * outline.getArea());
    }

    @Test
    void aHouseAtTheMapsEdgeIsCutExactlyThere() {
        double turn = Math.toRadians(30);
        DrawnMap map = new DrawnMap(60, 60, 0.5)
                .fill(SurfaceClass.BUILDING, (x, y) -> Blobs.inBox(x - 3, y - 30, turn, 20, 12));

        MapObject house = map.only(ObjectClass.BUILDING);

        assertTrue(house.region().touchesEdge());
        assertEquals(0, house.outline().getEnvelopeInternal().getMinX());
    }

    @Test
    void aCourtyardStaysAHole() {
        DrawnMap map = new DrawnMap(80, 80, 0.5)
                .fill(SurfaceClass.BUILDING, (x, y) -> Blobs.inBox(x - 40, y - 40, 0.5, 28, 28))
                .fill(SurfaceClass.OTHER, (x, y) -> Blobs.inBox(x - 40, y - 40, 0.5, 12, 12));

        MapObject house = map.only(ObjectClass.BUILDING);

        assertEquals(1, house.outline().getNumInteriorRing());
        assertEquals(0.5 * (4 * 56 + 4 * 24), house.perimeterM(), 5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyOutlineIsValidAndKeepsTheAreaOfItsPixels(long seed) {
        DrawnMap map = Blobs.draw(300, 300, seed);
        ObjectShaper shaper = new ObjectShaper(map.grid(), map.sampling);
        int corners = 0;
        int pixelCorners = 0;

        for (Region region : map.regions()) {
            MapObject object = shaper.shape(region);
            corners += object.outline().getNumPoints();
            Polygon pixels = RegionOutline.of(region.pixels());
            pixelCorners += pixels.getNumPoints();
            // Simplifying moves corners by 3 pixels here, turning walls by 3 more.
            assertEquals(0, DiscreteHausdorffDistance.distance(object.outline(), pixels), 8, object.toString());
            assertTrue(object.outline().isValid(), object.toString());
            assertEquals(1, object.outline().getArea() / region.pixels().pixels(), 0.02, object.toString());
            assertTrue(
                    map.grid().width() >= object.outline().getEnvelopeInternal().getMaxX());
        }

        assertTrue(corners < 0.5 * pixelCorners, corners + " of " + pixelCorners + " corners are left");
    }

    @Test
    void courtyardsThatTouchEachOtherOrTheOutsideAtACornerKeepOutlinesValid() {
        DrawnMap map = DrawnMap.of(
                4, //
                ".........",
                ".#####.#.",
                ".#.###.##",
                ".##.###.#",
                ".###.#.#.",
                ".#######.",
                ".#.#####.",
                "..#######",
                ".........");

        for (MapObject building : map.objects(ObjectClass.BUILDING)) {
            assertTrue(building.outline().isValid(), building.toString());
            assertEquals(building.region().pixels().pixels(), building.outline().getArea(), 1e-9, building.toString());
        }
        assertEquals(
                map.count(SurfaceClass.BUILDING),
                map.regions(ObjectClass.BUILDING).stream()
                        .mapToLong(building -> building.pixels().pixels())
                        .sum());
    }

    @Test
    void pixelsOfAChessboardAreObjectsOfOnePixelEach() {
        DrawnMap map =
                new DrawnMap(40, 40, 4).fill(SurfaceClass.BUILDING, (x, y) -> (x.intValue() + y.intValue()) % 2 == 0);

        List<MapObject> buildings = map.objects(ObjectClass.BUILDING);

        assertEquals(800, buildings.size());
        for (MapObject building : buildings) {
            assertEquals(5, building.outline().getNumPoints());
            assertEquals(1, building.outline().getArea(), 1e-9);
            assertEquals(16, building.perimeterM(), 1e-9);
        }
    }

    @Test
    void identifiersNameThePlaceInTheCrs() {
        Region house = DrawnMap.of(4, "...", ".#.", "...").regions().get(0);
        double[] transform = {2_683_000, 0.5, 0, 1_247_000, 0, -0.5};
        GridReference placed = new GridReference(3, 3, Optional.of(transform), Optional.of("wkt"), false);

        assertEquals("building_1_1", ObjectId.of(house, DrawnMap.of(4, "...").grid()));
        assertEquals("building_2683000.750_1246999.250", ObjectId.of(house, placed));
    }

    @Test
    void onShearedPixelsAHouseHasTheRightAnglesAndThePerimeterOfTheGround() {
        MapObject house = sheared(0.5, 40);

        Coordinate[] c = house.outline().getExteriorRing().getCoordinates();
        assertEquals(5, c.length);
        for (Coordinate corner : c) {
            corner.setCoordinate(new Coordinate(0.5 * corner.x + 0.5 * corner.y, 0.5 * corner.y));
        }
        for (int i = 0; i < 4; i++) {
            assertEquals(90, Math.toDegrees(Angle.angleBetween(c[(i + 3) % 4], c[i], c[i + 1])), 0.01);
        }
        // 20 m by 10 m
        assertEquals(60, house.perimeterM(), 0.5);
    }

    @Test
    void onShearedPixelsAHouseIsCutAlongTheMapsEdge() {
        // The edge is 2 m right of the map's corner where the house begins and 3 m where it ends: no wall to set
        // upright.
        MapObject house = sheared(0.05, 0);

        assertTrue(house.region().touchesEdge());
        double[] cut = Arrays.stream(house.outline().getExteriorRing().getCoordinates())
                .filter(corner -> corner.x < 1e-9)
                .mapToDouble(corner -> corner.y)
                .distinct()
                .sorted()
                .toArray();
        assertArrayEquals(new double[] {40, 60}, cut, 0.25);
    }

    /**
     * A house of 20 m by 10 m, 20 m below the map's corner, where the map does not cut it.
     *
     * @param stepMetres how far a row begins right of the one above it, which lies half a metre up
     * @param right how far the house begins right of the map's corner
     */
    private static MapObject sheared(double stepMetres, double right) {
        DrawnMap map = new DrawnMap(100, 100, 0.5)
                .fill(
                        SurfaceClass.BUILDING,
                        (x, y) -> Math.abs(0.5 * x + stepMetres * y - right - 9.75) < 10 && Math.abs(0.5 * y - 25) < 5);
        double down = Math.hypot(stepMetres, 0.5);
        GroundSampling sampling =
                new GroundSampling(0.5, down, stepMetres / down, GroundSampling.Source.GEOREFERENCING);
        return new ObjectShaper(map.grid(), sampling).shape(map.regions().get(0));
    }

    @Test
    void withoutAGroundSamplingDistanceThereAreNoMetres() {
        DrawnMap map = new DrawnMap(30, 30, 0.5).fill(SurfaceClass.BUILDING, (x, y) -> Math.abs(x - 15) < 8);
        Region known = map.regions().get(0);
        Region unknown = new Region(
                known.kind(), known.pixels(), null, known.confidence(), known.touchesEdge(), known.position());

        MapObject object = new ObjectShaper(map.grid(), map.sampling).shape(unknown);

        assertNull(object.perimeterM());
        assertNull(object.crownDiameterM());
        assertEquals(List.of(480.0), List.of(object.outline().getArea()));
    }
}
