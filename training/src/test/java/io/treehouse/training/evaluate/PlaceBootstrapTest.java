package io.treehouse.training.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.training.evaluate.PlaceBootstrap.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceBootstrapTest {
    @Test
    void placesThatAgreeGiveAPointInterval() {
        assertEquals(new Interval(0.8, 0.8), interval(List.of(place(8, 2), place(80, 20))));
    }

    @Test
    void placesThatDifferSpanTheInterval() {
        assertEquals(new Interval(0, 1), interval(List.of(place(10, 0), place(0, 10))));
    }

    @Test
    void onePlaceSaysNothingAboutOthers() {
        assertTrue(PlaceBootstrap.interval(List.of(place(10, 0)), ClassScore::recall)
                .isEmpty());
    }

    @Test
    void modelsThatDifferEverywhereByTheSameDifferForCertain() {
        List<ClassScore> first = List.of(place(10, 90), place(60, 40), place(30, 70));
        List<ClassScore> second = List.of(place(20, 80), place(70, 30), place(40, 60));

        // Each model alone has a wide interval; drawn together the difference is 0.1 whichever places are drawn.
        Interval difference =
                PlaceBootstrap.difference(first, second, ClassScore::recall).orElseThrow();
        assertEquals(0.1, difference.low(), 1e-12);
        assertEquals(0.1, difference.high(), 1e-12);
    }

    @Test
    void onlyTheSamePlacesAreCompared() {
        assertThrows(
                IllegalArgumentException.class,
                () -> PlaceBootstrap.difference(
                        List.of(place(1, 1)), List.of(place(1, 1), place(1, 1)), ClassScore::recall));
    }

    private static Interval interval(List<ClassScore> places) {
        return PlaceBootstrap.interval(places, ClassScore::intersectionOverUnion)
                .orElseThrow();
    }

    private static ClassScore place(int found, int missed) {
        return new ClassScore(found, 0, missed);
    }
}
