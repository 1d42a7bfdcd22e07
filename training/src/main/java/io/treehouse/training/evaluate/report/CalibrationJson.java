package io.treehouse.training.evaluate.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.training.evaluate.EvaluationReport;
import io.treehouse.training.evaluate.calibration.CalibrationScore;
import io.treehouse.training.evaluate.calibration.ProbabilitySample;
import java.util.Collection;
import java.util.List;

/** The calibration in an evaluation's JSON: over all data sets with its diagram, and the error of each. */
final class CalibrationJson {
    private CalibrationJson() {}

    /** Writes the member {@code calibration}; nothing where what was scored tells no probabilities. */
    static void write(EvaluationReport report, ObjectNode root) {
        if (report.samples().isEmpty()) {
            return;
        }
        ObjectNode calibration = root.putObject("calibration").put("temperature", report.temperature());
        withDiagram(report.samples(), 1, calibration.putObject("uncalibrated"));
        withDiagram(report.samples(), report.temperature(), calibration.putObject("calibrated"));
        ObjectNode sets = calibration.putObject("sets");
        report.samplesBySet().forEach((set, sample) -> {
            ObjectNode node = sets.putObject(set);
            errors(List.of(sample), 1, node.putObject("uncalibrated"));
            errors(List.of(sample), report.temperature(), node.putObject("calibrated"));
        });
    }

    private static void withDiagram(Collection<ProbabilitySample> samples, double temperature, ObjectNode node) {
        CalibrationScore score = errors(samples, temperature, node);
        CalibrationScore.meanError(samples, temperature).ifPresent(error -> node.put("eceMeanOfSets", error));
        ArrayNode bins = node.putArray("bins");
        score.groups()
                .bins()
                .forEach(bin -> bins.addObject()
                        .put("pixels", bin.pixels())
                        .put("confidence", bin.confidence())
                        .put("accuracy", bin.accuracy()));
    }

    private static CalibrationScore errors(Collection<ProbabilitySample> samples, double temperature, ObjectNode node) {
        CalibrationScore score = CalibrationScore.of(samples, temperature);
        score.groups().expectedCalibrationError().ifPresent(error -> node.put("ece", error));
        score.certain().expectedCalibrationError().ifPresent(error -> node.put("eceCertainLabels", error));
        return score;
    }
}
