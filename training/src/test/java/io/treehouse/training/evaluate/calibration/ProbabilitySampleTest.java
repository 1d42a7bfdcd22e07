package io.treehouse.training.evaluate.calibration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import org.junit.jupiter.api.Test;

class ProbabilitySampleTest {
    private static final int WATER = ClassSet.of(SurfaceClass.WATER).bits();
    private static final int OTHER = ClassSet.of(SurfaceClass.OTHER).bits();

    private final ProbabilitySample sample = new ProbabilitySample();

    @Test
    void earlyAndLatePixelsHaveTheSameChance() {
        for (int i = 0; i < 400_000; i++) {
            sample.offer(i < 200_000 ? WATER : OTHER, new float[] {1, 0, 0, 0, 0});
        }

        long early =
                sample.pixels(1).filter(pixel -> pixel.label().bits() == WATER).count();
        assertEquals(0.5, (double) early / sample.size(), 0.01);
    }

    @Test
    void temperatureTwoTakesSquareRoots() {
        sample.offer(WATER, new float[] {0.64f, 0.16f, 0.04f, 0.16f, 0});

        double[] expected = {0.8 / 1.8, 0.4 / 1.8, 0.2 / 1.8, 0.4 / 1.8, 0};
        assertArrayEquals(expected, sample.pixels(2).findFirst().orElseThrow().probabilities(), 1e-7);
    }
}
