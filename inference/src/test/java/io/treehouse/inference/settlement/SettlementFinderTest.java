package io.treehouse.inference.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Polygon;

/** Cells of 10 × 10 m. */
class SettlementFinderTest {
    private static final CellGrid VILLAGES = CharacterCells.of(
            "..............", //
            ".##..#.......#",
            ".##..........#",
            ".............#");

    private final List<Polygon> outlines = new ArrayList<>();

    private List<Settlement> find(SettlementRule rule, double minimumM2, CellGrid grid) {
        return new SettlementFinder(rule, minimumM2).find(grid, (settlement, outline) -> outlines.add(outline));
    }

    @ParameterizedTest
    @CsvSource({
        // the middle cell's centre is 30 m from the block, 80 m from the column
        "29, 3",
        "30, 2",
        "79, 2",
        "80, 1"
    })
    void clusteringJoinsCellsUpToADistance(double distanceM, int settlements) {
        assertEquals(
                settlements, find(new ClusteringRule(distanceM), 0, VILLAGES).size());
    }

    @Test
    void settlementsComeLargestFirstWithTheirFigures() {
        List<Settlement> found = find(new ClusteringRule(30), 0, VILLAGES);
        Settlement largest = found.get(0);
        assertEquals("settlement_1_1", largest.id());
        assertEquals(500, largest.builtUpM2());
        assertEquals(500, largest.areaM2());
        assertFalse(largest.touchesEdge());
        assertTrue(found.get(1).touchesEdge());
    }

    @Test
    void outlinesAreInOnePieceAndIncludeHalfTheDistance() {
        find(new ClusteringRule(30), 0, VILLAGES);
        outlines.forEach(outline -> assertTrue(outline.isValid()));
        // 15 m to the left of and above the block, in pixels of 10 m
        assertEquals(1 - 1.5, outlines.get(0).getEnvelopeInternal().getMinX(), 1e-9);
        assertEquals(6 + 1.5, outlines.get(0).getEnvelopeInternal().getMaxX(), 1e-9);
    }

    @Test
    void smallSettlementsAreLeftOut() {
        assertEquals(1, find(new ClusteringRule(10), 350, VILLAGES).size());
    }

    @Test
    void sensitivityCountsForEveryParameterAndCellSize() {
        List<Sensitivity> figures = new SettlementFinder(new ClusteringRule(40), 0).sensitivity(VILLAGES);
        assertEquals(
                List.of(10.0, 20.0, 40.0, 80.0, 160.0),
                figures.stream()
                        .filter(figure -> figure.parameter().equals("distanceM"))
                        .map(Sensitivity::value)
                        .toList());
        assertEquals(
                List.of(3, 3, 2, 1, 1),
                figures.stream()
                        .filter(figure -> figure.parameter().equals("distanceM"))
                        .map(Sensitivity::settlements)
                        .toList());
        assertEquals(
                3,
                figures.stream()
                        .filter(figure -> figure.parameter().equals("cellM"))
                        .count());
    }

    @Test
    void theAtlasCallsTownUrbanLoneHousesRuralAndAddsOpenSpace() {
        // 2 × 2 km: the left half is town but for a park of 500 × 500 m; one lone house at the right
        CellGrid grid = CharacterCells.of(200, 200, (x, y) -> {
            boolean park = x >= 20 && x < 70 && y >= 70 && y < 120;
            return x < 100 && !park || x == 180 && y == 100 ? 2 : 1;
        });
        SettlementCells cells = AtlasRule.PUBLISHED.apply(grid);
        assertEquals(Zoning.URBAN, cells.zoning()[5 * 200 + 99]);
        // half of the circle is town, and some of that is park
        assertEquals(Zoning.SUBURBAN, cells.zoning()[100 * 200 + 99]);
        assertEquals(Zoning.RURAL, cells.zoning()[100 * 200 + 180]);
        // 100 m from the last built-up centre, and no farther
        assertEquals(Zoning.FRINGE_OPEN, cells.zoning()[100 * 200 + 109]);
        assertEquals(Zoning.OUTSIDE, cells.zoning()[100 * 200 + 110]);
        assertEquals(Zoning.FRINGE_OPEN, cells.zoning()[95 * 200 + 20]);
        assertEquals(Zoning.CAPTURED_OPEN, cells.zoning()[95 * 200 + 45]);

        Settlement town = find(AtlasRule.PUBLISHED, 0, grid).get(0);
        assertEquals((100 * 200 - 50 * 50) * 100.0, town.urbanM2() + town.suburbanM2());
        assertEquals((50 * 50 + 10 * 200) * 100.0, town.openM2());
        assertEquals(town.areaM2(), town.outlineM2(), 1e-6);
    }

    @Test
    void theAtlasCallsHalfBuiltGroundSuburban() {
        // every third column is built up: a third of every circle
        CellGrid grid = CharacterCells.of(150, 150, (x, y) -> x % 3 == 0 ? 2 : 1);
        SettlementCells cells = AtlasRule.PUBLISHED.apply(grid);
        assertEquals(Zoning.SUBURBAN, cells.zoning()[75 * 150 + 75]);
        assertEquals(Zoning.RURAL, new AtlasRule(0.5, 0.4, 100, 0).apply(grid).zoning()[75 * 150 + 75]);
    }

    @Test
    void enclosedGroundThatIsTooLargeOrGoesOnIsNotCaptured() {
        CellGrid grid = CharacterCells.of(
                "########", //
                "#......#",
                "#......#",
                "########");
        AtlasRule withoutFringe = new AtlasRule(0.5, 0.25, 0, 1_300);
        assertEquals(Zoning.CAPTURED_OPEN, withoutFringe.apply(grid).zoning()[9]);
        assertEquals(
                Zoning.OUTSIDE, new AtlasRule(0.5, 0.25, 0, 1_200).apply(grid).zoning()[9]);
        CellGrid cut = CharacterCells.of(
                "########", //
                "#.....?#",
                "#......#",
                "########");
        assertEquals(Zoning.OUTSIDE, withoutFringe.apply(cut).zoning()[9]);
    }

    @Test
    void aRegionWithoutHousesHasNoSettlement() {
        CellGrid open = CharacterCells.of("....", "..?.");
        assertTrue(find(new ClusteringRule(100), 0, open).isEmpty());
        assertTrue(find(AtlasRule.PUBLISHED, 0, open).isEmpty());
        new SettlementFinder(AtlasRule.PUBLISHED, 0)
                .sensitivity(open)
                .forEach(row -> assertEquals(0, row.settlements()));
    }

    @ParameterizedTest
    @CsvSource({"0.25, 0.5", "1.5, 0.5", "0.5, 0"})
    void refusesSharesThatMakeNoSense(double urban, double suburban) {
        assertThrows(IllegalArgumentException.class, () -> new AtlasRule(urban, suburban, 100, 0));
    }
}
