package io.treehouse.training.evaluate;

import static io.treehouse.datasets.scheme.SurfaceClass.BUILDING;
import static io.treehouse.datasets.scheme.SurfaceClass.BUILT_UP;
import static io.treehouse.datasets.scheme.SurfaceClass.OTHER;
import static io.treehouse.datasets.scheme.SurfaceClass.TREE_CANOPY;
import static io.treehouse.datasets.scheme.SurfaceClass.WATER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import org.junit.jupiter.api.Test;

class LabelConfusionTest {
    private final LabelConfusion confusion = new LabelConfusion();

    private void count(int times, SurfaceClass predicted, SurfaceClass... label) {
        for (int i = 0; i < times; i++) {
            confusion.add(ClassSet.of(label).bits(), predicted.code());
        }
    }

    @Test
    void certainLabelsGiveTheUsualFigures() {
        count(6, BUILDING, BUILDING);
        count(2, OTHER, BUILDING);
        count(3, BUILDING, BUILT_UP);

        ClassScore score = confusion.score(BUILDING);

        assertEquals(new ClassScore(6, 3, 2), score);
        assertEquals(6.0 / 11, score.intersectionOverUnion().orElseThrow(), 1e-12);
        assertEquals(6.0 / 9, score.precision().orElseThrow(), 1e-12);
        assertEquals(6.0 / 8, score.recall().orElseThrow(), 1e-12);
        assertEquals(12.0 / 17, score.f1().orElseThrow(), 1e-12);
    }

    @Test
    void aSetThatIncludesTheClassAmongOthersDoesNotSettleTheQuestion() {
        count(5, TREE_CANOPY, TREE_CANOPY, OTHER);
        count(1, TREE_CANOPY, TREE_CANOPY);

        assertEquals(new ClassScore(1, 0, 0), confusion.score(TREE_CANOPY));
    }

    @Test
    void aSetThatExcludesTheClassMakesItsPredictionFalse() {
        count(4, WATER, TREE_CANOPY, OTHER);
        count(1, WATER, WATER);

        assertEquals(new ClassScore(1, 4, 0), confusion.score(WATER));
    }

    @Test
    void unknownPixelsAreNotCounted() {
        count(9, WATER);

        assertEquals(0, confusion.pixels());
    }

    @Test
    void aClassWithoutReferenceHasNoScore() {
        count(2, WATER, OTHER);

        assertTrue(confusion.score(WATER).intersectionOverUnion().isEmpty());
    }

    @Test
    void mergingAddsCounts() {
        count(1, WATER, WATER);
        LabelConfusion other = new LabelConfusion();
        other.add(ClassSet.of(WATER).bits(), OTHER.code());

        assertEquals(new ClassScore(1, 0, 1), confusion.merge(other).score(WATER));
    }
}
