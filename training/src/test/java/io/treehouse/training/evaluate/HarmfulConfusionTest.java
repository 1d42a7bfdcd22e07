package io.treehouse.training.evaluate;

import static io.treehouse.datasets.scheme.SurfaceClass.BUILDING;
import static io.treehouse.datasets.scheme.SurfaceClass.BUILT_UP;
import static io.treehouse.datasets.scheme.SurfaceClass.OTHER;
import static io.treehouse.datasets.scheme.SurfaceClass.TREE_CANOPY;
import static io.treehouse.datasets.scheme.SurfaceClass.WATER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class HarmfulConfusionTest {
    private final LabelConfusion confusion = new LabelConfusion();

    private void count(ClassSet label, SurfaceClass predicted, int pixels) {
        for (int i = 0; i < pixels; i++) {
            confusion.add(label.bits(), predicted.code());
        }
    }

    @Test
    void lawnAsCanopyAsksOnlyLabelsThatCertainlyAreNoTrees() {
        count(ClassSet.of(OTHER), TREE_CANOPY, 1);
        count(ClassSet.of(OTHER), OTHER, 3);
        count(ClassSet.of(OTHER, TREE_CANOPY), TREE_CANOPY, 100);

        assertEquals(OptionalDouble.of(0.25), HarmfulConfusion.LAWN_AS_CANOPY.share(confusion));
    }

    @Test
    void landAsWaterAsksEveryLabelThatExcludesWater() {
        count(ClassSet.of(BUILDING), WATER, 2);
        count(ClassSet.of(OTHER, TREE_CANOPY), OTHER, 6);
        count(ClassSet.of(OTHER, WATER), WATER, 50);

        assertEquals(OptionalDouble.of(0.25), HarmfulConfusion.LAND_AS_WATER.share(confusion));
        assertEquals(OptionalDouble.of(1), HarmfulConfusion.ROOFS_AS_WATER.share(confusion));
    }

    @Test
    void withoutSuchLabelsThereIsNoShare() {
        count(ClassSet.of(BUILDING), BUILDING, 5);

        assertEquals(OptionalDouble.empty(), HarmfulConfusion.STREETS_AS_BUILDINGS.share(confusion));
        count(ClassSet.of(BUILT_UP), BUILDING, 5);
        assertEquals(OptionalDouble.of(1), HarmfulConfusion.STREETS_AS_BUILDINGS.share(confusion));
    }
}
