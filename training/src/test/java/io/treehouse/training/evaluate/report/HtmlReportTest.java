package io.treehouse.training.evaluate.report;

import static io.treehouse.datasets.scheme.SurfaceClass.BUILDING;
import static io.treehouse.datasets.scheme.SurfaceClass.OTHER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.training.evaluate.CountedTiles;
import io.treehouse.training.evaluate.EvaluationReport;
import io.treehouse.training.evaluate.ModelComparison;
import io.treehouse.training.evaluate.choice.SeamDisagreement;
import io.treehouse.training.evaluate.disturb.Disturbance;
import io.treehouse.training.evaluate.disturb.Robustness;
import io.treehouse.training.evaluate.report.ExampleMaps.Example;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    private final EvaluationReport report = report("model <1>", 60);

    private static EvaluationReport report(String model, int found) {
        EvaluationReport report = new EvaluationReport(model, 1);
        report.add(CountedTiles.of("town", "north", BUILDING, found, OTHER, 100 - found));
        report.add(CountedTiles.of("town", "south", BUILDING, found, OTHER, 100 - found));
        return report;
    }

    @Test
    void thePageShowsEachFigureAndNeedsNothingElse() throws IOException {
        EvaluationResults results = new EvaluationResults(
                report,
                Optional.of(new Robustness(report, Map.of(Disturbance.DARK, report("dark", 20)))),
                Optional.of(ModelComparison.of(report("before", 50), report)),
                Optional.of(new SeamDisagreement(200, 3, 1000, 10)));
        Example example = new Example("worst", "picture", 0.25, Map.of("classes", new byte[] {1, 2, 3}));

        String page = HtmlReport.of(JsonReport.of(results), Map.of("town", List.of(example)));

        assertTrue(page.contains("<td>0.600<br><small>0.60–0.60</small></td>"), "the intersection over union");
        assertTrue(page.contains("brightness × 0.4</th><td>0.200</td><td>0.400</td>"), "the disturbance");
        assertTrue(page.contains("Compared with before"), "the comparison");
        assertTrue(page.contains("1.50 % within 16 m of a border (200 pixels), 1.00 %"), "the seams");
        assertTrue(page.contains("data:image/png;base64,AQID"), "the picture");
        assertTrue(page.contains("Evaluation of model &lt;1&gt;"), "text is escaped");
        assertFalse(page.contains("http") || page.contains("<script"), "nothing is fetched or run");
    }

    @Test
    void theReliabilityDiagramIsShownBeforeAndAfterTheTemperature() throws IOException {
        EvaluationReport calibrated = new EvaluationReport("calibrated", 2);
        calibrated.add(CountedTiles.of("town", "north", BUILDING, 60, OTHER, 40));
        CountedTiles.offer(calibrated, "town", BUILDING, 60, 0.09f, 0, 0.81f, 0.09f, 0.01f);
        CountedTiles.offer(calibrated, "town", OTHER, 40, 0.09f, 0, 0.81f, 0.09f, 0.01f);

        String page = HtmlReport.of(JsonReport.of(EvaluationResults.of(calibrated)), Map.of());

        // 60 of 100 are right. Roots of the probabilities are 0.3, 0.9, 0.3, 0.1: a confidence of 0.9 / 1.6.
        assertTrue(page.contains("temperature 1, ECE 0.2100"), "before");
        assertTrue(page.contains("calibrated, ECE 0.0375"), "after");
        assertTrue(page.contains("Mean over data sets: 0.2100 before, 0.0375 after"), "mean over data sets");
    }

    @Test
    void whatWasNotMeasuredIsNotShown() throws IOException {
        String page = HtmlReport.of(JsonReport.of(EvaluationResults.of(report)), Map.of());

        assertEquals(
                List.of(),
                List.of("Disturbed pictures", "Compared with", "Calibration", "Examples", "Not scored").stream()
                        .filter(page::contains)
                        .toList());
    }
}
