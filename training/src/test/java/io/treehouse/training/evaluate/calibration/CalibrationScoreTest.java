package io.treehouse.training.evaluate.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationScoreTest {
    /** Ten pixels that the model takes for water with a probability of 0.5, some of them rightly. */
    private static ProbabilitySample sample(int right) {
        ProbabilitySample sample = new ProbabilitySample();
        for (int i = 0; i < 10; i++) {
            SurfaceClass label = i < right ? SurfaceClass.WATER : SurfaceClass.OTHER;
            sample.offer(ClassSet.of(label).bits(), new float[] {0.2f, 0.1f, 0.1f, 0.5f, 0.1f});
        }
        return sample;
    }

    @Test
    void errorsOfOppositeSignCancelOnlyInThePooledFigure() {
        List<ProbabilitySample> samples = List.of(sample(8), sample(2));

        assertEquals(0.3, CalibrationScore.meanError(samples, 1).orElseThrow(), 1e-6);
        assertEquals(
                0,
                CalibrationScore.of(samples, 1)
                        .certain()
                        .expectedCalibrationError()
                        .orElseThrow(),
                1e-6);
    }

    @Test
    void withoutPixelsThereIsNoError() {
        assertTrue(
                CalibrationScore.meanError(List.of(new ProbabilitySample()), 1).isEmpty());
    }
}
