package io.treehouse.server.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.model.bundle.BundleReader;
import io.treehouse.model.bundle.ErrorMatrix;
import io.treehouse.model.bundle.ErrorMatrix.Row;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.server.models.KeptAccuracy.Figures;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptAccuracyTest {
    private static final ClassSet BUILDING = ClassSet.of(SurfaceClass.BUILDING);
    private static final ClassSet WATER = ClassSet.of(SurfaceClass.WATER);
    private static final ClassSet GREEN = ClassSet.of(SurfaceClass.OTHER, SurfaceClass.TREE_CANOPY);

    private static ErrorMatrix place(String name, Row... rows) {
        return new ErrorMatrix("town", name, "validation", List.of(rows));
    }

    private static Row row(ClassSet label, long other, long builtUp, long building, long water, long trees) {
        return new Row(label, List.of(other, builtUp, building, water, trees));
    }

    @Test
    void placesOfADataSetAreAddedUpAndLabelsOfSeveralClassesSettleTheOthers() {
        List<KeptAccuracy> kept = KeptAccuracy.of(List.of(
                place("north", row(BUILDING, 0, 10, 60, 0, 0), row(GREEN, 100, 0, 20, 0, 100)),
                place("south", row(BUILDING, 10, 0, 20, 0, 0), row(WATER, 30, 0, 0, 0, 0))));

        assertEquals(1, kept.size());
        assertEquals(List.of("north", "south"), kept.get(0).places());
        assertEquals(
                List.of("building", "water"), List.copyOf(kept.get(0).classes().keySet()));
        // 80 found of 100, and 20 of trees or grass taken for buildings.
        assertEquals(
                new Figures(80.0 / 120, 0.8, 0.8, 100), kept.get(0).classes().get("building"));
        assertNull(kept.get(0).classes().get("water").precision());
    }

    @Test
    void theShippedModelHasFiguresOfItsValidationPlaces() {
        ModelBundle shipped = BundleReader.read(ModelBundle.shippedPath());

        List<KeptAccuracy> kept = KeptAccuracy.of(shipped.model().errors());

        KeptAccuracy czech = kept.get(0);
        assertEquals("czech_ortho", czech.dataset());
        assertEquals("validation", czech.split());
        assertEquals(0.798, czech.classes().get("building").intersectionOverUnion(), 5e-4);
        assertTrue(kept.stream().allMatch(set -> set.split().equals("validation")));
    }
}
