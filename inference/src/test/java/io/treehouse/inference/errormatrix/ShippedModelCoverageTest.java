package io.treehouse.inference.errormatrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.model.bundle.BundleReader;
import io.treehouse.model.bundle.ErrorMatrix;
import io.treehouse.model.bundle.ModelBundle;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How often the intervals of the model that ships hold the truth, as docs/uncertainty.md says. */
class ShippedModelCoverageTest {
    private final List<ErrorMatrix> errors =
            BundleReader.read(ModelBundle.shippedPath()).model().errors();

    @Test
    void nineInTenHoldTheTruthWhereTheModelKnowsOtherPlaces() {
        assertHolds(IntervalCoverage.leavingPlacesOut(errors));
    }

    @Test
    void andWhereItKnowsOtherDataSetsOnly() {
        assertHolds(IntervalCoverage.leavingDataSetsOut(errors));
    }

    private static void assertHolds(IntervalCoverage coverage) {
        assertEquals(30, coverage.figures());
        assertTrue(coverage.covered() >= 27, coverage.toString());
        assertTrue(coverage.meanWidth() < 0.35, coverage.toString());
    }
}
