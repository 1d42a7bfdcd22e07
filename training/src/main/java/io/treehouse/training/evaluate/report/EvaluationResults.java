package io.treehouse.training.evaluate.report;

import io.treehouse.training.evaluate.EvaluationReport;
import io.treehouse.training.evaluate.ModelComparison;
import io.treehouse.training.evaluate.choice.SeamDisagreement;
import io.treehouse.training.evaluate.disturb.Robustness;
import java.util.Objects;
import java.util.Optional;

/**
 * All that was measured in one evaluation.
 *
 * @param report accuracy
 * @param robustness accuracy under disturbances, if it was asked for
 * @param comparison with another model, if it was asked for
 * @param seams between windows, if they were asked for
 */
public record EvaluationResults(
        EvaluationReport report,
        Optional<Robustness> robustness,
        Optional<ModelComparison> comparison,
        Optional<SeamDisagreement> seams) {
    public EvaluationResults {
        Objects.requireNonNull(report, "report");
        Objects.requireNonNull(robustness, "robustness");
        Objects.requireNonNull(comparison, "comparison");
        Objects.requireNonNull(seams, "seams");
    }

    /** Accuracy alone. */
    public static EvaluationResults of(EvaluationReport report) {
        return new EvaluationResults(report, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
