package io.treehouse.inference.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ObjectExtractorTest {
    @Test
    void aConnectedPartOfAClassIsOneObjectHoweverItBends() {
        DrawnMap map = DrawnMap.of(
                2, //
                "........",
                ".#.#.##.",
                ".#.#.#..",
                ".###.##.",
                "........");

        List<Region> buildings = map.regions(ObjectClass.BUILDING);

        assertEquals(2, buildings.size());
        assertEquals(7, buildings.get(0).pixels().pixels());
        assertEquals(28, buildings.get(0).areaM2());
        assertEquals(0.9, buildings.get(0).confidence(), 1e-6);
        assertFalse(buildings.get(0).touchesEdge());
    }

    @Test
    void partsThatTouchAtACornerOnlyAreTwoObjects() {
        DrawnMap map = DrawnMap.of(
                4, //
                "......", ".##...", ".##...", "...##.", "...##.", "......");

        assertEquals(2, map.regions(ObjectClass.BUILDING).size());
    }

    @Test
    void aBuildingInACourtyardIsItsOwnObject() {
        DrawnMap map = DrawnMap.of(
                4, //
                "#######", "#.....#", "#.###.#", "#.#.#.#", "#.###.#", "#.....#", "#######");

        List<MapObject> buildings = map.objects(ObjectClass.BUILDING);

        assertEquals(2, buildings.size());
        assertTrue(buildings.stream().allMatch(b -> b.outline().getNumInteriorRing() == 1));
        assertEquals(
                Set.of(8L, 24L),
                Set.copyOf(buildings.stream()
                        .map(b -> b.region().pixels().pixels())
                        .toList()));
    }

    @Test
    void objectsBelowTheSmallestOfTheirClassAreLeftOut() {
        DrawnMap map = DrawnMap.of(
                1, //
                "#####.####~~~",
                "#####.#####~~");

        assertEquals(1, map.regions(ObjectClass.BUILDING).size());
        assertEquals(0, map.regions(ObjectClass.WATER_BODY).size());
        assertEquals(0, DrawnMap.of(3, "...", ".#.", "...").regions().size());
        assertEquals(1, DrawnMap.of(4, "...", ".#.", "...").regions().size());
    }

    @Test
    void crownsThatTheNetworkDoubtsAreLeftOutAndBuildingsAreCountedApart() {
        DrawnMap map = DrawnMap.of(
                4, //
                "......", ".##.T.", ".##.T.", "......");
        assertEquals(1, map.regions(ObjectClass.BUILDING).size());
        assertEquals(1, map.regions(ObjectClass.TREE_CROWN).size());

        assertEquals(0, totals(map).doubtful());

        Arrays.fill(map.confidence, 0.59f);

        assertEquals(new ObjectTotal(1, 1, 4, 64.0), totals(map));
        assertEquals(List.of(), map.regions(ObjectClass.TREE_CROWN));
    }

    private static ObjectTotal totals(DrawnMap map) {
        ObjectTotals totals = new ObjectTotals(true);
        map.regions(ObjectClass.BUILDING).forEach(totals);
        return totals.byLabel().get("building");
    }

    @Test
    void builtUpAreasIncludeTheBuildingsInThem() {
        DrawnMap map = DrawnMap.of(
                4, //
                ".=====.", ".=##==.", ".=====.");

        assertEquals(15, map.only(ObjectClass.BUILT_UP_AREA).region().pixels().pixels());
        assertEquals(2, map.only(ObjectClass.BUILDING).region().pixels().pixels());
    }

    @Test
    void objectsAtTheMapsEdgeOrBesideNodataSayThatTheyMayGoOn() {
        DrawnMap map = DrawnMap.of(
                4, //
                ".#.....#",
                "........",
                ".#?..#..",
                ".....?..",
                ".?...#..",
                ".#....#.",
                "........");

        List<Region> buildings = map.regions(ObjectClass.BUILDING);

        assertEquals(7, buildings.size());
        assertEquals(6, buildings.stream().filter(Region::touchesEdge).count());
    }

    @Test
    void emptyMapsHaveNoObjectsAndFullOnesOne() {
        DrawnMap empty = new DrawnMap(70, 50, 0.5);
        DrawnMap full = new DrawnMap(70, 50, 0.5).fill(SurfaceClass.WATER, (x, y) -> true);

        assertEquals(List.of(), empty.regions());
        MapObject lake = full.only(ObjectClass.WATER_BODY);
        assertEquals(1, full.regions().size());
        assertEquals(875, lake.region().areaM2(), 1e-6);
        assertEquals(3500, lake.outline().getArea(), 1e-9);
        assertEquals(120, lake.perimeterM(), 1e-9);
        assertTrue(lake.region().touchesEdge());
    }

    @Test
    void theObjectsAndTheirOrderDoNotDependOnHowRowsAreGrouped() {
        DrawnMap map = Blobs.draw(230, 1300, 7);

        List<String> whole = describe(map, map.height);

        assertTrue(whole.size() > 100);
        assertEquals(whole, describe(map, 1));
        assertEquals(whole, describe(map, 97));
    }

    private static List<String> describe(DrawnMap map, int blockRows) {
        ObjectShaper shaper = new ObjectShaper(map.grid(), map.sampling);
        return map.regions(blockRows).stream()
                .map(shaper::shape)
                .map(o -> o.id() + " " + o.region().areaM2() + " " + o.region().confidence() + " " + o.outline())
                .toList();
    }

    @Test
    void identifiersAreUniqueAndStayWhenOtherObjectsGo() {
        DrawnMap map = Blobs.draw(300, 300, 3);
        Set<String> before = identifiers(map);
        // The left half loses its objects; those that lie wholly in the right half keep their names.
        map.fill(SurfaceClass.OTHER, (x, y) -> x < 150);
        Set<String> after = identifiers(map);

        assertEquals(map.regions().size(), after.size());
        Set<String> kept = new HashSet<>(after);
        kept.retainAll(before);
        assertTrue(kept.size() > 0.8 * after.size(), kept.size() + " of " + after.size());
    }

    private static Set<String> identifiers(DrawnMap map) {
        return new HashSet<>(map.regions().stream()
                .map(region -> ObjectId.of(region, map.grid()))
                .toList());
    }

    @Test
    void aHundredThousandObjectsGetValidOutlines() {
        DrawnMap map = new DrawnMap(2048, 2048, 1.5);
        Random random = new Random(1);
        for (int block = 0; block < 512 * 256; block++) {
            int x = block % 512 * 4;
            int y = block / 512 * 8;
            for (int i = 0; i < 18; i++) {
                boolean inside = random.nextInt(6) > 0;
                map.classes[(y + i / 3) * 2048 + x + i % 3] = (byte) (inside ? 2 : 0);
            }
        }
        ObjectShaper shaper = new ObjectShaper(map.grid(), map.sampling);

        long valid = map.regions(256).stream()
                .map(shaper::shape)
                .filter(object -> object.outline().isValid())
                .count();

        assertTrue(valid > 100_000, valid + " objects");
    }
}
