package io.treehouse.datasets.sheet;

import static io.treehouse.datasets.scheme.SurfaceClass.OTHER;
import static io.treehouse.datasets.scheme.SurfaceClass.TREE_CANOPY;
import static io.treehouse.datasets.scheme.SurfaceClass.WATER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.treehouse.datasets.scheme.ClassSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SetColoursTest {
    private final SetColours colours = new SetColours();

    @Test
    void allSetsOfClassesCanBeToldApart() {
        long distinct = IntStream.range(1, 32)
                .map(bits -> colours.rgb(new ClassSet(bits)))
                .distinct()
                .count();

        assertEquals(31, distinct);
    }

    @Test
    void aSetKeepsItsColourAndAClassHasItsOwn() {
        int either = colours.rgb(ClassSet.of(OTHER, TREE_CANOPY));
        colours.rgb(ClassSet.of(WATER, TREE_CANOPY));

        assertEquals(either, colours.rgb(ClassSet.of(TREE_CANOPY, OTHER)));
        assertEquals(WATER.rgb(), colours.rgb(ClassSet.of(WATER)));
    }

    @Test
    void labelsAreHalfTransparent() {
        // Water is 00 72 B2; over 20 40 60 that is 10 59 89.
        assertEquals(0x105989, colours.over(0x204060, ClassSet.of(WATER), 0, 0));
    }

    @Test
    void thePictureShowsThroughStripesWhereNothingIsKnown() {
        assertEquals(0, colours.over(0x204060, ClassSet.IGNORE, 2, 4));
        assertEquals(0x204060, colours.over(0x204060, ClassSet.IGNORE, 2, 5));
        assertEquals(0xB0B0B0, colours.over(0x000000, ClassSet.IGNORE, 2, 4));
    }
}
