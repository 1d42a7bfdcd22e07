package io.treehouse.training.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.treehouse.datasets.catalog.Split;
import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.model.bundle.ErrorMatrix;
import io.treehouse.training.evaluate.objects.ObjectScores;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceErrorsTest {
    @Test
    void picturesOfOnePlaceAreOneMatrixAndLabelsStaySets() {
        ClassSet vegetation = ClassSet.of(SurfaceClass.OTHER, SurfaceClass.TREE_CANOPY);
        EvaluationReport report = new EvaluationReport("model", 1);
        report.add(tile("a", vegetation, SurfaceClass.TREE_CANOPY));
        report.add(tile("b", vegetation, SurfaceClass.TREE_CANOPY));
        report.add(tile("c", ClassSet.IGNORE, SurfaceClass.WATER));

        assertEquals(
                List.of(new ErrorMatrix(
                        "set",
                        "town",
                        "validation",
                        List.of(new ErrorMatrix.Row(vegetation, List.of(0L, 0L, 0L, 0L, 2L))))),
                PlaceErrors.of(report, Split.Part.VALIDATION));
    }

    private static TileScore tile(String name, ClassSet label, SurfaceClass predicted) {
        LabelConfusion confusion = new LabelConfusion();
        confusion.add(label.bits(), predicted.code());
        return new TileScore(
                "set",
                label.isIgnore() ? "nowhere" : "town",
                name,
                0.5,
                confusion,
                BoundaryScores.NONE,
                ObjectScores.NONE);
    }
}
