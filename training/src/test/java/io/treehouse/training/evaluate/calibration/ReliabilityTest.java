package io.treehouse.training.evaluate.calibration;

import static io.treehouse.datasets.scheme.SurfaceClass.BUILDING;
import static io.treehouse.datasets.scheme.SurfaceClass.BUILT_UP;
import static io.treehouse.datasets.scheme.SurfaceClass.OTHER;
import static io.treehouse.datasets.scheme.SurfaceClass.TREE_CANOPY;
import static io.treehouse.datasets.scheme.SurfaceClass.WATER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReliabilityTest {
    private static final float[] LIKELY_OTHER = {0.8f, 0.05f, 0.05f, 0.05f, 0.05f};
    private static final float[] PERHAPS_WATER = {0.2f, 0.2f, 0, 0.6f, 0};
    private static final ClassSet NOT_BUILDING = ClassSet.of(OTHER, BUILT_UP, WATER, TREE_CANOPY);

    private final ProbabilitySample sample = new ProbabilitySample();

    @Test
    void theErrorIsTheMeanDistanceOfConfidenceAndAccuracy() {
        offer(OTHER, LIKELY_OTHER, 1);
        offer(WATER, LIKELY_OTHER, 1);
        offer(WATER, PERHAPS_WATER, 2);

        // Two pixels of confidence 0.8 of which one is right, two of 0.6 that are both right.
        Reliability reliability = Reliability.ofCertainLabels(sample, 1);
        assertEquals((0.3 + 0.4) / 2, reliability.expectedCalibrationError().orElseThrow(), 1e-6);
        assertEquals(4, reliability.pixels());
        assertEquals(0.5, reliability.bins().get(12).accuracy());
    }

    @Test
    void wherePicturesTellOnlyBuildingsTheMassOfAllElseCounts() {
        sample.offer(NOT_BUILDING.bits(), PERHAPS_WATER);
        sample.offer(ClassSet.of(BUILDING).bits(), LIKELY_OTHER);

        // Not building with confidence 1, right; not building with 0.95, wrong.
        Reliability reliability = Reliability.ofLabelGroups(sample, 1);
        assertEquals(0.95 / 2, reliability.expectedCalibrationError().orElseThrow(), 1e-6);
    }

    @Test
    void labelsThatOverlapAreOneGroupWhereThatTellsMore() {
        LabelGroups groups = LabelGroups.of(Map.of(
                ClassSet.of(OTHER),
                10L,
                ClassSet.of(OTHER, TREE_CANOPY),
                50L,
                ClassSet.of(BUILDING),
                20L,
                ClassSet.of(WATER),
                20L));

        assertTrue(groups.groups().containsAll(List.of(ClassSet.of(BUILDING), ClassSet.of(WATER))));
        assertTrue(groups.isAnsweredBy(ClassSet.of(OTHER, TREE_CANOPY)));
    }

    @Test
    void rareLabelsThatAllowNearlyEverythingMergeNothing() {
        LabelGroups groups = LabelGroups.of(Map.of(
                ClassSet.of(OTHER), 30L, ClassSet.of(WATER), 30L, ClassSet.of(TREE_CANOPY), 30L, NOT_BUILDING, 10L));

        assertFalse(groups.isAnsweredBy(NOT_BUILDING));
        assertFalse(groups.isAnsweredBy(ClassSet.of(OTHER, WATER)));
        assertFalse(groups.isAnsweredBy(ClassSet.of(WATER, TREE_CANOPY)));
    }

    @Test
    void pixelsWhoseLabelSpansGroupsAreLeftOut() {
        offer(OTHER, LIKELY_OTHER, 3);
        offer(WATER, PERHAPS_WATER, 3);
        sample.offer(ClassSet.of(OTHER, WATER).bits(), LIKELY_OTHER);

        assertEquals(6, Reliability.ofLabelGroups(sample, 1).pixels());
    }

    @Test
    void diagramsOfTwoSetsAddUp() {
        offer(OTHER, LIKELY_OTHER, 3);
        Reliability one = Reliability.ofCertainLabels(sample, 1);

        assertEquals(6, one.plus(one).pixels());
        assertEquals(0.2, one.plus(one).expectedCalibrationError().orElseThrow(), 1e-6);
    }

    private void offer(SurfaceClass label, float[] probabilities, int times) {
        for (int i = 0; i < times; i++) {
            sample.offer(ClassSet.of(label).bits(), probabilities);
        }
    }
}
