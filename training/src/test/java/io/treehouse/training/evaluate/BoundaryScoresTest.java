package io.treehouse.training.evaluate;

import static io.treehouse.datasets.scheme.SurfaceClass.BUILDING;
import static io.treehouse.datasets.scheme.SurfaceClass.OTHER;
import static io.treehouse.datasets.scheme.SurfaceClass.WATER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** On one row of 40 pixels of 1 m: the band is 2 pixels wide. Buildings are labelled from column 10 to 29. */
class BoundaryScoresTest {
    private static final int WIDTH = 40;

    private final byte[] labels = new byte[WIDTH];
    private final byte[] classes = new byte[WIDTH];

    BoundaryScoresTest() {
        Arrays.fill(labels, (byte) ClassSet.of(OTHER).bits());
        Arrays.fill(labels, 10, 30, (byte) ClassSet.of(BUILDING).bits());
        Arrays.fill(classes, 10, 30, (byte) BUILDING.code());
    }

    private ClassScore score(SurfaceClass surfaceClass) {
        LabelledTile tile = new LabelledTile("set", "name", "place", WIDTH, 1, new byte[3 * WIDTH], labels, 1);
        return BoundaryScores.of(tile, classes).score(surfaceClass);
    }

    @Test
    void onlyTheBandAlongTheBoundaryCounts() {
        assertEquals(new ClassScore(4, 0, 0), score(BUILDING));
    }

    @Test
    void anOutlineShiftedByOneMetreIsHalfWrong() {
        classes[10] = (byte) OTHER.code();
        classes[30] = (byte) BUILDING.code();

        // Labelled bands 10, 11 and 28, 29; predicted bands 11, 12 and 29, 30.
        assertEquals(new ClassScore(2, 2, 2), score(BUILDING));
    }

    @Test
    void aHoleInsideIsABoundaryTooMany() {
        classes[20] = (byte) WATER.code();

        assertEquals(new ClassScore(4, 4, 0), score(BUILDING));
    }

    @Test
    void unlabelledGroundIsNoBoundaryAndIsNotCounted() {
        Arrays.fill(labels, 0, 10, (byte) ClassSet.IGNORE.bits());
        Arrays.fill(classes, 5, 10, (byte) BUILDING.code());

        // Left of column 10 nothing is known: only the right-hand band is left on either side.
        assertEquals(new ClassScore(2, 0, 0), score(BUILDING));
    }

    @Test
    void anOutlineTowardsUnlabelledGroundIsNoFalseAlarm() {
        Arrays.fill(labels, 0, 10, (byte) ClassSet.IGNORE.bits());

        assertEquals(new ClassScore(2, 0, 0), score(BUILDING));
    }

    @Test
    void aClassThatNoLabelNamesHasNoReference() {
        assertFalse(score(WATER).hasReference());
    }

    @Test
    void picturesAddUp() {
        LabelledTile tile = new LabelledTile("set", "name", "place", WIDTH, 1, new byte[3 * WIDTH], labels, 1);
        BoundaryScores one = BoundaryScores.of(tile, classes);

        assertEquals(new ClassScore(8, 0, 0), one.plus(one).score(BUILDING));
    }
}
