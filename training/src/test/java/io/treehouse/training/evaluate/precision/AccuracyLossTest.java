package io.treehouse.training.evaluate.precision;

import static io.treehouse.datasets.scheme.SurfaceClass.BUILDING;
import static io.treehouse.datasets.scheme.SurfaceClass.OTHER;
import static io.treehouse.datasets.scheme.SurfaceClass.WATER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.treehouse.model.bundle.Arithmetic;
import io.treehouse.model.bundle.PrecisionCost;
import io.treehouse.training.evaluate.CountedTiles;
import io.treehouse.training.evaluate.EvaluationReport;
import io.treehouse.training.evaluate.objects.ObjectMeasure;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccuracyLossTest {
    private final EvaluationReport exact = new EvaluationReport("exact", 1);
    private final EvaluationReport reduced = new EvaluationReport("reduced", 1);

    /** Town: building 0.60 → 0.58. Lake: water 0.90 → 0.91, building 0.50 → 0.46. */
    private AccuracyLoss loss() {
        exact.add(CountedTiles.of("town", "a", BUILDING, 60, OTHER, 40));
        reduced.add(CountedTiles.of("town", "a", BUILDING, 58, OTHER, 42));
        exact.add(CountedTiles.of("lake", "b", WATER, 90, OTHER, 10));
        reduced.add(CountedTiles.of("lake", "b", WATER, 91, OTHER, 9));
        exact.add(CountedTiles.of("lake", "c", BUILDING, 50, OTHER, 50));
        reduced.add(CountedTiles.of("lake", "c", BUILDING, 46, OTHER, 54));
        return AccuracyLoss.between(exact, reduced);
    }

    @Test
    void eachClassIsAveragedOverTheSetsThatHaveIt() {
        Map<?, Double> points = loss().classPoints();
        assertEquals((2 + 4) / 2.0, points.get(BUILDING), 1e-9);
        assertEquals(-1, points.get(WATER), 1e-9);
        assertEquals(2, points.size());
    }

    @Test
    void theMeanIsOverSetsOfTheMeansOverTheirClasses() {
        assertEquals((2 + (4 - 1) / 2.0) / 2, loss().meanIouPoints(), 1e-9);
    }

    @Test
    void aBundleKeepsTheMeanAndTheWorstClass() {
        PrecisionCost cost = loss().cost(Arithmetic.INT8);
        assertEquals(1.75, cost.meanIouPoints(), 1e-9);
        assertEquals(3, cost.worstClassPoints(), 1e-9);
        assertEquals(Arithmetic.INT8, cost.arithmetic());
        assertEquals(0, cost.worstObjectPoints());
    }

    /** Buildings: 0.5 → 0.48 in one town and 0.5 → 0.5 in another. Trees: 0.5 → 0.47. */
    @Test
    void objectsLoseF1OnTheSetsThatHaveEnoughOfThem() {
        exact.add(CountedTiles.ofObjects("north", ObjectMeasure.BUILDING, 50, 50, 50));
        reduced.add(CountedTiles.ofObjects("north", ObjectMeasure.BUILDING, 48, 52, 52));
        exact.add(CountedTiles.ofObjects("south", ObjectMeasure.BUILDING, 50, 50, 50));
        reduced.add(CountedTiles.ofObjects("south", ObjectMeasure.BUILDING, 50, 50, 50));
        exact.add(CountedTiles.ofObjects("hamlet", ObjectMeasure.BUILDING, 9, 0, 90));
        reduced.add(CountedTiles.ofObjects("hamlet", ObjectMeasure.BUILDING, 0, 9, 99));
        exact.add(CountedTiles.ofObjects("park", ObjectMeasure.TREE, 100, 100, 100));
        reduced.add(CountedTiles.ofObjects("park", ObjectMeasure.TREE, 94, 106, 106));

        AccuracyLoss loss = AccuracyLoss.between(exact, reduced);

        assertEquals(1, loss.objectPoints().get(ObjectMeasure.BUILDING), 1e-9);
        assertEquals(3, loss.objectPoints().get(ObjectMeasure.TREE), 1e-9);
        assertEquals(3, loss.cost(Arithmetic.INT8).worstObjectPoints(), 1e-9);
        assertEquals("mean +0.00; F1 of building +1.00; F1 of tree_crown +3.00", loss.toString());
    }
}
