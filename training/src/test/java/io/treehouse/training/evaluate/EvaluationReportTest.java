package io.treehouse.training.evaluate;

import static io.treehouse.datasets.scheme.SurfaceClass.BUILDING;
import static io.treehouse.datasets.scheme.SurfaceClass.OTHER;
import static io.treehouse.datasets.scheme.SurfaceClass.WATER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationReportTest {
    private final EvaluationReport report = new EvaluationReport("test-model 1", 1);

    @Test
    void theMeanIsOverSetsAndTheirClasses() {
        report.add(CountedTiles.of("town", "north", BUILDING, 60, OTHER, 40));
        report.add(CountedTiles.of("lake", "shore", WATER, 100, OTHER, 0));

        assertEquals(0.8, report.meanIntersectionOverUnion().orElseThrow(), 1e-12);
    }

    @Test
    void aClassThatIsRareInASetDoesNotEnterTheMean() {
        report.add(CountedTiles.of("lake", "shore", WATER, 1000, OTHER, 0));
        report.add(CountedTiles.of("lake", "shore", BUILDING, 0, OTHER, 4));

        assertEquals(1, report.meanIntersectionOverUnion().orElseThrow());
    }

    @Test
    void picturesOfOnePlaceAreAddedUp() {
        report.add(CountedTiles.of("town", "north", BUILDING, 3, OTHER, 1));
        report.add(CountedTiles.of("town", "north", BUILDING, 1, OTHER, 1));
        report.add(CountedTiles.of("town", "south", BUILDING, 1, OTHER, 0));

        assertEquals(new ClassScore(4, 0, 2), report.places("town").get("north").score(BUILDING));
        assertEquals(new ClassScore(5, 0, 2), report.total("town").score(BUILDING));
    }

    @Test
    void withoutPicturesThereIsNoMean() {
        assertTrue(report.meanIntersectionOverUnion().isEmpty());
        assertEquals(List.of(), report.sets());
    }
}
