package io.treehouse.training.selflabel;

import static io.treehouse.datasets.scheme.SurfaceClass.BUILDING;
import static io.treehouse.datasets.scheme.SurfaceClass.BUILT_UP;
import static io.treehouse.datasets.scheme.SurfaceClass.OTHER;
import static io.treehouse.datasets.scheme.SurfaceClass.TREE_CANOPY;
import static io.treehouse.datasets.scheme.SurfaceClass.WATER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import org.junit.jupiter.api.Test;

class NarrowingRuleTest {
    private static final NarrowingRule RULE = new NarrowingRule(0.9, false, 1);

    private static int bits(SurfaceClass... classes) {
        return ClassSet.of(classes).bits();
    }

    @Test
    void aClassThatReachesTheThresholdWithinItsSetRemainsAlone() {
        // 0.72 of 0.79 is 0.911; over all classes it would be 0.72.
        float[] probabilities = {0.07f, 0.21f, 0, 0, 0.72f};

        assertEquals(bits(TREE_CANOPY), RULE.narrow(bits(OTHER, TREE_CANOPY), probabilities));
    }

    @Test
    void asManyClassesRemainAsTheThresholdTakes() {
        float[] probabilities = {0.5f, 0.02f, 0.45f, 0.02f, 0.01f};

        assertEquals(bits(OTHER, BUILDING), RULE.narrow(bits(OTHER, BUILT_UP, BUILDING, WATER), probabilities));
    }

    @Test
    void aSetThatIsNeededAsAWholeStays() {
        assertEquals(0, RULE.narrow(bits(OTHER, TREE_CANOPY), new float[] {0.5f, 0, 0, 0, 0.5f}));
    }

    @Test
    void whereTheModelContradictsTheLabelItHasNoSay() {
        float[] water = {0.3f, 0, 0, 0.69f, 0.01f};

        assertEquals(0, RULE.narrow(bits(OTHER, TREE_CANOPY), water));
    }

    @Test
    void calibrationDecidesWhatIsCertain() {
        // At temperature 2 odds of 16 become odds of 4: a probability of 0.8.
        float[] probabilities = {1 / 17f, 0, 0, 0, 16 / 17f};

        assertEquals(bits(TREE_CANOPY), RULE.narrow(bits(OTHER, TREE_CANOPY), probabilities));
        assertEquals(0, new NarrowingRule(0.9, false, 2).narrow(bits(OTHER, TREE_CANOPY), probabilities));
    }

    @Test
    void certainLabelsAreNeverAskedAboutAndMissingOnesOnlyOnDemand() {
        NarrowingRule all = new NarrowingRule(0.9, true, 1);

        assertFalse(all.asks(bits(WATER)));
        assertTrue(RULE.asks(bits(WATER, OTHER)));
        assertFalse(RULE.asks(0));
        assertFalse(RULE.asks(31));
        assertTrue(all.asks(0));
        assertEquals(bits(WATER), all.narrow(0, new float[] {0, 0, 0.05f, 0.95f, 0}));
    }

    @Test
    void aThresholdThatNarrowsAtRandomIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new NarrowingRule(0.5, false, 1));
    }
}
