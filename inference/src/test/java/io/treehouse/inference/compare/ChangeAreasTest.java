package io.treehouse.inference.compare;

import static io.treehouse.datasets.scheme.SurfaceClass.OTHER;
import static io.treehouse.datasets.scheme.SurfaceClass.TREE_CANOPY;
import static io.treehouse.datasets.scheme.SurfaceClass.WATER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.inference.compare.ChangeSample.Change;
import io.treehouse.inference.compare.ChangeSample.Point;
import io.treehouse.inference.landcover.AreaEstimate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The worked example of Olofsson et al. (2014), section 5: deforestation, forest gain, stable forest, stable non-forest. */
class ChangeAreasTest {
    private static final List<Change> CHANGES = List.of(
            new Change(TREE_CANOPY, OTHER),
            new Change(OTHER, TREE_CANOPY),
            new Change(TREE_CANOPY, TREE_CANOPY),
            new Change(OTHER, OTHER));

    /** Points by map (row) and reference (column). */
    private static final long[][] COUNTS = {{66, 0, 5, 4}, {0, 55, 8, 12}, {1, 0, 153, 11}, {2, 1, 9, 313}};

    private static final double[] SHARES = {0.020, 0.015, 0.320, 0.645};
    private static final double TOTAL_HA = 900_000;

    /** Areas stand in hectares here. */
    private static ChangeTable table() {
        double[][] areas = new double[5][5];
        for (int i = 0; i < SHARES.length; i++) {
            areas[CHANGES.get(i).before().code()][CHANGES.get(i).after().code()] = SHARES[i] * TOTAL_HA;
        }
        return new ChangeTable(new long[5][5], areas, 0);
    }

    private static ChangeSample sample() {
        Map<Point, Long> counts = new HashMap<>();
        for (int map = 0; map < COUNTS.length; map++) {
            for (int reference = 0; reference < COUNTS.length; reference++) {
                counts.put(new Point(CHANGES.get(map), CHANGES.get(reference)), COUNTS[map][reference]);
            }
        }
        return new ChangeSample(counts);
    }

    @Test
    void givesThePublishedAreasAndIntervals() {
        ChangeAreas areas = new ChangeAreas(table(), sample());
        assertArea(21_157.8, 6_157.6, areas.area(CHANGES.get(0)::equals));
        assertArea(11_686.2, 3_755.8, areas.area(CHANGES.get(1)::equals));
        assertArea(285_769.9, 15_509.8, areas.area(CHANGES.get(2)::equals));
        assertArea(581_386.2, 16_281.7, areas.area(CHANGES.get(3)::equals));
    }

    private static void assertArea(double hectares, double halfWidth95, AreaEstimate area) {
        assertEquals(hectares, area.areaM2(), 0.1);
        assertEquals(halfWidth95, 1.96 * area.standardErrorM2(), 0.1);
    }

    @Test
    void addsUpChangesThatEndInOneClass() {
        // deforestation and stable non-forest: areas add up; in no stratum is a point of one a point of the other
        AreaEstimate open = new ChangeAreas(table(), sample()).area(change -> change.after() == OTHER);
        assertEquals(21_157.8 + 581_386.2, open.areaM2(), 0.1);
    }

    @Test
    void refusesASampleOfOtherMaps() {
        Map<Point, Long> counts = new HashMap<>(sample().counts());
        counts.put(new Point(new Change(WATER, OTHER), CHANGES.get(3)), 1L);
        String refusal = assertThrows(InputProblem.class, () -> new ChangeAreas(table(), new ChangeSample(counts)))
                .getMessage();
        assertTrue(refusal.contains("has points in water → other, which the maps show nowhere"), refusal);
    }

    @Test
    void saysWhichChangesHaveTooFewPoints() {
        Map<Point, Long> counts = new HashMap<>(sample().counts());
        counts.keySet().removeIf(point -> point.map().equals(CHANGES.get(1)));
        String refusal = assertThrows(InputProblem.class, () -> new ChangeAreas(table(), new ChangeSample(counts)))
                .getMessage();
        assertTrue(refusal.contains("fewer than two points in other → tree_canopy"), refusal);
    }
}
