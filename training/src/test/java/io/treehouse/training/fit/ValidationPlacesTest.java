package io.treehouse.training.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.training.evaluate.EvaluationReport;
import io.treehouse.training.evaluate.LabelConfusion;
import org.junit.jupiter.api.Test;

class ValidationPlacesTest {
    private static LabelConfusion with(LabelConfusion confusion, SurfaceClass label, SurfaceClass map, int pixels) {
        for (int i = 0; i < pixels; i++) {
            confusion.add(ClassSet.of(label).bits(), map.code());
        }
        return confusion;
    }

    @Test
    void theScoreIsTheMeanOverSetsAndTheirClasses() {
        EvaluationReport report = new EvaluationReport("model");
        // Water 60 of 80 pixels: 0.75. Other 100 of 120: 0.8333.
        LabelConfusion lakes = with(new LabelConfusion(), SurfaceClass.WATER, SurfaceClass.WATER, 60);
        with(lakes, SurfaceClass.WATER, SurfaceClass.OTHER, 20);
        with(lakes, SurfaceClass.OTHER, SurfaceClass.OTHER, 100);
        report.add("lakes", "a", lakes);
        // Building 10 of 10: 1.
        report.add("town", "b", with(new LabelConfusion(), SurfaceClass.BUILDING, SurfaceClass.BUILDING, 10));

        assertEquals((0.75 + 100 / 120.0 + 1) / 3, ValidationPlaces.mean(report).orElseThrow(), 1e-12);
    }

    @Test
    void aClassThatBarelyOccursInASetDoesNotCount() {
        EvaluationReport report = new EvaluationReport("model");
        LabelConfusion fields = with(new LabelConfusion(), SurfaceClass.OTHER, SurfaceClass.OTHER, 1000);
        with(fields, SurfaceClass.WATER, SurfaceClass.OTHER, 5);
        report.add("fields", "a", fields);

        assertEquals(1000 / 1005.0, ValidationPlaces.mean(report).orElseThrow(), 1e-12);
    }

    @Test
    void withoutPlacesThereIsNoScore() {
        assertTrue(ValidationPlaces.mean(new EvaluationReport("model")).isEmpty());
    }
}
