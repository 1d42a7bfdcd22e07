package io.treehouse.datasets.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SheetChoiceTest {
    /** Twenty pictures of the place "a", two of "b", one of "c". */
    private static final List<String> PICTURES = IntStream.range(0, 23)
            .mapToObj(i -> (i < 20 ? "a" : i < 22 ? "b" : "c") + i)
            .toList();

    private static List<String> order(long seed) {
        return SheetChoice.order(PICTURES, name -> name.substring(0, 1), seed);
    }

    @Test
    void everyPlaceHasItsTurnBeforeOneComesTwice() {
        List<String> places =
                order(3).stream().map(name -> name.substring(0, 1)).toList();

        assertEquals(Set.of("a", "b", "c"), new HashSet<>(places.subList(0, 3)));
        assertEquals(Set.of("a", "b"), new HashSet<>(places.subList(3, 5)));
    }

    @Test
    void everyPictureComesOnce() {
        assertEquals(new HashSet<>(PICTURES), new HashSet<>(order(3)));
        assertEquals(PICTURES.size(), order(3).size());
    }

    @Test
    void theSeedDecides() {
        assertEquals(order(3), order(3));
        assertNotEquals(order(3), order(4));
    }
}
