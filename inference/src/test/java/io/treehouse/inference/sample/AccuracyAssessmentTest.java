package io.treehouse.inference.sample;

import static io.treehouse.datasets.scheme.SurfaceClass.BUILDING;
import static io.treehouse.datasets.scheme.SurfaceClass.BUILT_UP;
import static io.treehouse.datasets.scheme.SurfaceClass.OTHER;
import static io.treehouse.datasets.scheme.SurfaceClass.WATER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.treehouse.inference.landcover.AreaEstimate;
import io.treehouse.inference.landcover.AreaMethod;
import io.treehouse.inference.landcover.ClassAreaEstimate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The worked example of Olofsson et al. (2014), section 5 and tables 8 and 9: deforestation, forest gain, stable forest and
 * stable non-forest on 10,000,000 Landsat pixels, here called by the first four of our classes, a pixel as 1 m².
 */
class AccuracyAssessmentTest {
    private static final LabelledSample EXAMPLE = new LabelledSample(
            List.of(
                    new Stratum(OTHER, 200_000, 200_000, 75),
                    new Stratum(BUILT_UP, 150_000, 150_000, 75),
                    new Stratum(BUILDING, 3_200_000, 3_200_000, 165),
                    new Stratum(WATER, 6_450_000, 6_450_000, 325)),
            new long[][] {{66, 0, 5, 4, 0}, {0, 55, 8, 12, 0}, {1, 0, 153, 11, 0}, {2, 1, 9, 313, 0}},
            0);

    private final AccuracyAssessment assessment = AccuracyAssessment.of(EXAMPLE);

    @Test
    void areasAreThoseOfThePaper() {
        ClassAreaEstimate deforestation = assessment.areaEstimates().classes().get(0);

        assertEquals(200_000, deforestation.countedM2(), 1e-6);
        assertEquals(235_086, deforestation.corrected().areaM2(), 0.5);
        // The paper prints the half width of the interval as 68,418 pixels.
        AreaEstimate area = deforestation.corrected();
        assertEquals(68_418, area.high95M2() - area.areaM2(), 30);
        assertEquals(34_907, area.standardErrorM2(), 15);
        assertEquals(
                10_000_000,
                assessment.areaEstimates().classes().stream()
                        .mapToDouble(c -> c.corrected().areaM2())
                        .sum(),
                1e-3);
    }

    @Test
    void proportionsAreThoseOfThePaper() {
        assertEquals(0.0176, assessment.proportions().get("other").get("other"), 5e-5);
        assertEquals(0.0013, assessment.proportions().get("other").get("building"), 5e-5);
        assertEquals(0.2967, assessment.proportions().get("building").get("building"), 5e-5);
        assertEquals(0.6212, assessment.proportions().get("water").get("water"), 5e-5);
    }

    @Test
    void accuraciesAreThoseOfThePaper() {
        assertFigure(0.95, 0.02, assessment.overall());
        assertFigure(0.88, 0.07, assessment.usersAccuracy().get("other"));
        assertFigure(0.73, 0.10, assessment.usersAccuracy().get("built_up"));
        assertFigure(0.93, 0.04, assessment.usersAccuracy().get("building"));
        assertFigure(0.96, 0.02, assessment.usersAccuracy().get("water"));
        assertEquals(0.75, assessment.producersAccuracy().get("other").accuracy(), 0.005);
        assertEquals(0.85, assessment.producersAccuracy().get("built_up").accuracy(), 0.005);
        assertEquals(0.93, assessment.producersAccuracy().get("building").accuracy(), 0.005);
        assertEquals(0.96, assessment.producersAccuracy().get("water").accuracy(), 0.005);
    }

    @Test
    void intervalsOfProducersAccuraciesFollowEquationSeven() {
        // Deforestation: 0.02² · 0.2513² · 0.88 · 0.12 / 74 = 3.606e-8 from its own row and 0.7487² · 1.1614e-5 =
        // 6.510e-6
        // from the others, over 0.0235086² a variance of 0.011844. The others likewise.
        assertFigure(0.749, 0.2133, assessment.producersAccuracy().get("other"));
        assertFigure(0.847, 0.2544, assessment.producersAccuracy().get("built_up"));
        assertFigure(0.962, 0.0184, assessment.producersAccuracy().get("water"));
    }

    @Test
    void theMethodIsNamed() {
        assertEquals(AreaMethod.Name.DESIGN_BASED, assessment.method().name());
        assertEquals(640, assessment.method().units());
    }

    private static void assertFigure(double accuracy, double halfWidth, AccuracyFigure figure) {
        assertEquals(accuracy, figure.accuracy(), 0.005);
        assertEquals(halfWidth, 1.96 * figure.standardError(), 0.005);
    }
}
