package io.treehouse.training.evaluate.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemperatureFitTest {
    private static final int BUILDING = 1 << SurfaceClass.BUILDING.code();

    @ParameterizedTest
    @ValueSource(doubles = {0.6, 1, 1.7, 3})
    void theTemperatureThatMadeTheProbabilitiesTooSureIsFound(double temperature) {
        ProbabilitySample sample = new ProbabilitySample();
        SyntheticPixels.offer(sample, temperature, 40_000, label -> 1 << label);

        assertEquals(temperature, TemperatureFit.of(List.of(sample)), 0.03 * temperature);
    }

    @Test
    void labelsThatTellBuildingsFromAllElseAreEnough() {
        ProbabilitySample sample = new ProbabilitySample();
        SyntheticPixels.offer(
                sample, 2, 40_000, label -> label == SurfaceClass.BUILDING.code() ? BUILDING : 31 - BUILDING);

        assertEquals(2, TemperatureFit.of(List.of(sample)), 0.12);
    }

    @Test
    void theLossOfASetIsThatOfItsMass() {
        ProbabilitySample sample = new ProbabilitySample();
        sample.offer(
                ClassSet.of(SurfaceClass.OTHER, SurfaceClass.WATER).bits(), new float[] {0.3f, 0.1f, 0.1f, 0.2f, 0.3f});

        assertEquals(-Math.log(0.5), TemperatureFit.loss(List.of(sample), 1).orElseThrow(), 1e-6);
    }

    @Test
    void withoutLabelsNothingIsScaled() {
        ProbabilitySample sample = new ProbabilitySample();
        sample.offer(ClassSet.IGNORE.bits(), new float[5]);

        assertEquals(1, TemperatureFit.of(List.of(sample)));
        assertTrue(TemperatureFit.loss(List.of(sample), 1).isEmpty());
    }

    @Test
    void scalingByTheFittedTemperatureMendsTheCalibration() {
        ProbabilitySample sample = new ProbabilitySample();
        SyntheticPixels.offer(sample, 2.5, 40_000, label -> 1 << label);
        double before = Reliability.ofCertainLabels(sample, 1)
                .expectedCalibrationError()
                .orElseThrow();
        double after = Reliability.ofCertainLabels(sample, TemperatureFit.of(List.of(sample)))
                .expectedCalibrationError()
                .orElseThrow();

        assertTrue(before > 0.1, "before " + before);
        assertTrue(after < 0.01, "after " + after);
    }
}
