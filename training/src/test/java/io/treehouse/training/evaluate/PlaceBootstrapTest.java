package io.treehouse.training.evaluate;

import static io.treehouse.datasets.scheme.SurfaceClass.OTHER;
import static io.treehouse.datasets.scheme.SurfaceClass.WATER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.training.evaluate.PlaceBootstrap.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceBootstrapTest {
    @Test
    void placesThatAgreeGiveAPointInterval() {
        Interval interval = PlaceBootstrap.intersectionOverUnion(List.of(place(8, 2), place(80, 20)), WATER)
                .orElseThrow();

        assertEquals(new Interval(0.8, 0.8), interval);
    }

    @Test
    void placesThatDifferSpanTheInterval() {
        Interval interval = PlaceBootstrap.intersectionOverUnion(List.of(place(10, 0), place(0, 10)), WATER)
                .orElseThrow();

        assertEquals(new Interval(0, 1), interval);
    }

    @Test
    void onePlaceSaysNothingAboutOthers() {
        assertTrue(PlaceBootstrap.intersectionOverUnion(List.of(place(10, 0)), WATER)
                .isEmpty());
    }

    private static LabelConfusion place(int found, int missed) {
        LabelConfusion confusion = new LabelConfusion();
        for (int i = 0; i < found + missed; i++) {
            confusion.add(ClassSet.of(WATER).bits(), i < found ? WATER.code() : OTHER.code());
        }
        return confusion;
    }
}
