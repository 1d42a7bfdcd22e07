package io.treehouse.inference.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class CrownScannerTest {
    @Test
    void aSingleTreeIsOneCrownWithPositionAndDiameter() {
        MapObject tree = new DrawnMap(60, 60, 0.5).crown(30, 25, 10).only(ObjectClass.TREE_CROWN);

        assertEquals(10, tree.crownDiameterM(), 0.2);
        assertTrue(
                tree.position().distance(new Coordinate(30, 25)) < 0.5,
                tree.position().toString());
        assertEquals(0.73, tree.region().confidence(), 0.02);
    }

    @Test
    void crownsThatTouchAreSplitBetweenTheirPeaks() {
        DrawnMap map = new DrawnMap(90, 60, 0.5).crown(30, 30, 11).crown(47, 33, 9);

        List<MapObject> crowns = map.objects(ObjectClass.TREE_CROWN);

        assertEquals(2, crowns.size());
        assertTrue(crowns.get(0).position().distance(new Coordinate(30, 30)) < 3, crowns.toString());
        assertTrue(crowns.get(1).position().distance(new Coordinate(47, 33)) < 3, crowns.toString());
        assertEquals(map.count(SurfaceClass.TREE_CANOPY), pixels(crowns));
    }

    @Test
    void aCrownStandsWhereItIsMostCertain() {
        DrawnMap map = DrawnMap.of(1, ".....", ".TTT.", ".....");
        map.confidence[6] = 0.5f;
        map.confidence[7] = 1;
        map.confidence[8] = 1;

        // Weights 1/16, 1 and 1 at columns 1.5, 2.5 and 3.5.
        Coordinate position = map.only(ObjectClass.TREE_CROWN).position();
        assertEquals((1.5 / 16 + 2.5 + 3.5) / (2 + 1 / 16.0), position.x, 1e-9);
        assertEquals(1.5, position.y, 1e-9);
    }

    @Test
    void aCrownThatIsNowhereCertainIsNone() {
        DrawnMap map = DrawnMap.of(2, ".....", ".TTT.", ".....");
        Arrays.fill(map.confidence, 0.74f);
        assertEquals(0, map.regions(ObjectClass.TREE_CROWN).size());

        map.confidence[6] = 0.76f;

        assertEquals(1, map.regions(ObjectClass.TREE_CROWN).size());
    }

    @Test
    void noPixelIsInTwoCrownsAndNoneIsLostWhereStripsMeet() {
        DrawnMap map = new DrawnMap(40, 1600, 0.5);
        for (int y = 10; y < 1590; y += 17) {
            map.crown(20, y, 9);
        }

        List<MapObject> crowns = map.objects(ObjectClass.TREE_CROWN);

        Set<Long> seen = new HashSet<>();
        for (MapObject crown : crowns) {
            PixelRegion pixels = crown.region().pixels();
            for (int run = 0; run < pixels.runs(); run++) {
                for (int x = pixels.start(run); x < pixels.end(run); x++) {
                    assertTrue(seen.add((long) pixels.row(run) * map.width + x));
                }
            }
        }
        assertEquals(93, crowns.size());
        assertEquals(map.count(SurfaceClass.TREE_CANOPY), seen.size());
    }

    @Test
    void canopyWithoutPeaksIsNoGiantTree() {
        DrawnMap map = new DrawnMap(400, 700, 0.5).fill(SurfaceClass.TREE_CANOPY, (x, y) -> true);

        map.objects(ObjectClass.TREE_CROWN).forEach(crown -> assertTrue(crown.crownDiameterM() <= 24));
    }

    @Test
    void pixelsThatAreNotSquareAreMeasuredOnTheGround() {
        DistanceTransform transform = new DistanceTransform(2, 1, 100);
        float[] distances = new float[7 * 7];
        Arrays.fill(distances, 1);
        distances[3 * 7 + 3] = 0;

        transform.apply(distances, 7, 7);

        assertEquals(0, distances[3 * 7 + 3]);
        assertEquals(6, distances[3 * 7]);
        assertEquals(3, distances[3]);
        assertEquals(Math.sqrt(4 + 4), distances[1 * 7 + 2], 1e-6);
    }

    @Test
    void distancesEndAtTheirLimitAndAreExactBelowIt() {
        DistanceTransform transform = new DistanceTransform(0.5, 0.5, 3);
        float[] distances = new float[21 * 21];
        Arrays.fill(distances, 1);
        distances[10 * 21 + 10] = 0;

        transform.apply(distances, 21, 21);

        assertEquals(2.5, distances[7 * 21 + 6], 1e-6); // 3 rows and 4 columns away
        assertEquals(3, distances[5 * 21 + 5]);
        assertEquals(3, distances[0]);
    }

    @Test
    void aCrownReachesAsFarAsTheEllipseAboutItsPeak() {
        CrownReach reach = new CrownReach(10, 5);

        assertTrue(reach.holds(-10, 0) && !reach.holds(11, 0));
        assertTrue(reach.holds(0, 5) && !reach.holds(1, 5) && !reach.holds(0, -6));
        assertTrue(reach.holds(6, -4) && !reach.holds(7, 4)); // 0.6² + 0.8² = 1
    }

    private static long pixels(List<MapObject> crowns) {
        return crowns.stream()
                .mapToLong(crown -> crown.region().pixels().pixels())
                .sum();
    }
}
