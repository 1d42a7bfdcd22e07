package io.treehouse.training.evaluate;

import static io.treehouse.datasets.scheme.SurfaceClass.BUILDING;
import static io.treehouse.datasets.scheme.SurfaceClass.OTHER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.treehouse.training.evaluate.ModelComparison.Row;
import io.treehouse.training.evaluate.PlaceBootstrap.Interval;
import org.junit.jupiter.api.Test;

class ModelComparisonTest {
    private final EvaluationReport first = new EvaluationReport("first", 1);
    private final EvaluationReport second = new EvaluationReport("second", 1);

    @Test
    void theDifferenceIsPairedByPlace() {
        first.add(CountedTiles.of("town", "north", BUILDING, 2, OTHER, 8));
        first.add(CountedTiles.of("town", "south", BUILDING, 6, OTHER, 4));
        second.add(CountedTiles.of("town", "south", BUILDING, 8, OTHER, 2));
        second.add(CountedTiles.of("town", "north", BUILDING, 4, OTHER, 6));

        Row row = ModelComparison.of(first, second).rows().get(0);

        assertEquals(0.4, row.first(), 1e-12);
        assertEquals(0.6, row.second(), 1e-12);
        assertEquals(0.2, row.difference(), 1e-12);
        Interval interval = row.interval().orElseThrow();
        assertEquals(0.2, interval.low(), 1e-12);
        assertEquals(0.2, interval.high(), 1e-12);
    }

    @Test
    void modelsScoredOnOtherPlacesAreNotCompared() {
        first.add(CountedTiles.of("town", "north", BUILDING, 2, OTHER, 8));
        second.add(CountedTiles.of("town", "south", BUILDING, 2, OTHER, 8));

        assertThrows(IllegalArgumentException.class, () -> ModelComparison.of(first, second));
    }
}
