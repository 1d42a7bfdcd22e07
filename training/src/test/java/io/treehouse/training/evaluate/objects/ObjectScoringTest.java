package io.treehouse.training.evaluate.objects;

import static io.treehouse.datasets.scheme.SurfaceClass.BUILDING;
import static io.treehouse.datasets.scheme.SurfaceClass.BUILT_UP;
import static io.treehouse.datasets.scheme.SurfaceClass.OTHER;
import static io.treehouse.datasets.scheme.SurfaceClass.TREE_CANOPY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.treehouse.datasets.sample.TreePosition;
import io.treehouse.training.evaluate.ClassScore;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObjectScoringTest {
    private final DrawnObjects drawn = new DrawnObjects();

    @Test
    void aBuildingThatOverlapsByHalfIsFound() {
        // 6 × 6 against 4 × 6 within it: 24 of 36 pixels.
        drawn.label(5, 5, 6, 6, BUILDING).predict(5, 5, 4, 6, BUILDING);
        // 6 × 6 against 6 × 6, half a side apart: 18 of 54.
        drawn.label(20, 5, 6, 6, BUILDING).predict(23, 5, 6, 6, BUILDING);

        assertEquals(buildings(1, 1, 1), drawn.scores());
    }

    @Test
    void doubtfulBuildingsAreScoredApart() {
        drawn.label(5, 5, 6, 6, BUILDING).predict(5, 5, 6, 6, BUILDING);
        drawn.predict(20, 5, 6, 6, BUILDING).doubt(20, 5, 6, 6);

        ObjectScores scores = drawn.scores();

        assertEquals(new ClassScore(1, 0, 0), scores.score(ObjectMeasure.BUILDING));
        assertEquals(new ClassScore(1, 1, 0), scores.score(ObjectMeasure.BUILDING_OR_DOUBTFUL));
    }

    @Test
    void partsThatTouchDiagonallyAreOneBuilding() {
        drawn.label(5, 5, 4, 4, BUILDING).label(9, 9, 4, 4, BUILDING);

        assertEquals(buildings(0, 0, 1), drawn.scores());
    }

    @Test
    void smallOnesAndThoseAtTheEdgeAreNeitherRightNorWrong() {
        drawn.label(10, 10, 6, 6, BUILDING).predict(10, 10, 6, 6, BUILDING);
        drawn.label(0, 20, 6, 6, BUILDING).predict(0, 20, 6, 6, BUILDING);
        drawn.label(20, 20, 3, 3, BUILDING).predict(20, 20, 4, 4, BUILDING);
        drawn.label(30, 20, 3, 3, BUILDING);

        assertEquals(buildings(1, 0, 0), drawn.scores());
    }

    @Test
    void pixelsThatTheLabelLeavesOpenDoNotCount() {
        // A ring of one pixel about the roof is unknown: 16 of 16 settled pixels, not 16 of 36.
        drawn.label(4, 4, 6, 6).label(5, 5, 4, 4, BUILDING).predict(4, 4, 6, 6, BUILDING);
        drawn.label(20, 20, 6, 6, BUILDING, BUILT_UP).predict(20, 20, 6, 6, BUILDING);

        assertEquals(buildings(1, 0, 0), drawn.scores());
    }

    @Test
    void eachTreeGetsOneCrownAndEachCrownOneTree() {
        drawn.predict(10, 10, 5, 5, TREE_CANOPY).predict(30, 30, 5, 5, TREE_CANOPY);
        // The crown about (12.5, 12.5) is within 3.6 m of both trees, that about (32.5, 32.5) of none.
        List<TreePosition> trees = List.of(new TreePosition(12, 12), new TreePosition(14, 14));

        assertEquals(new ClassScore(1, 1, 1), drawn.scores(trees).score(ObjectMeasure.TREE));
    }

    @Test
    void theMatchingIsTheLargestThereIs() {
        drawn.predict(10, 10, 3, 3, TREE_CANOPY).predict(16, 10, 3, 3, TREE_CANOPY);
        // Crowns at x = 11.5 and 17.5. The tree at 14.2 is nearer to the first, which is the only one for that at 8.5.
        List<TreePosition> trees = List.of(new TreePosition(14.2, 11.5), new TreePosition(8.5, 11.5));

        assertEquals(new ClassScore(2, 0, 0), drawn.scores(trees).score(ObjectMeasure.TREE));
    }

    @Test
    void recallIsCountedByTheSizeOfTheCrown() {
        // 3 × 3 m have the area of a circle of 3.4 m, 6 × 6 m that of one of 6.8 m.
        drawn.label(10, 10, 3, 3, TREE_CANOPY, OTHER)
                .label(25, 25, 6, 6, TREE_CANOPY)
                .predict(25, 25, 6, 6, TREE_CANOPY);

        ObjectScores scores = drawn.scores(List.of(new TreePosition(11.5, 11.5), new TreePosition(28, 28)));

        assertEquals(new ClassScore(0, 0, 1), scores.score(ObjectMeasure.CROWN_BELOW_4_M));
        assertEquals(new ClassScore(1, 0, 0), scores.score(ObjectMeasure.CROWN_6_TO_8_M));
    }

    @Test
    void aPictureWithoutReferenceIsNotScored() {
        assertEquals(ObjectScores.NONE, drawn.predict(5, 5, 6, 6, BUILDING).scores());
    }

    @Test
    void aPictureWithoutTreesShowsFalseAlarms() {
        drawn.predict(10, 10, 5, 5, TREE_CANOPY);

        assertEquals(new ClassScore(0, 1, 0), drawn.scores(List.of()).score(ObjectMeasure.TREE));
    }

    private static ObjectScores buildings(long found, long falseAlarms, long missed) {
        ClassScore score = new ClassScore(found, falseAlarms, missed);
        return new ObjectScores(Map.of(ObjectMeasure.BUILDING, score, ObjectMeasure.BUILDING_OR_DOUBTFUL, score));
    }
}
