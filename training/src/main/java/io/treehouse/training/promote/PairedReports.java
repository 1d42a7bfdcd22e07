package io.treehouse.training.promote;

import io.treehouse.training.evaluate.EvaluationReport;

/**
 * Both models on the same places.
 *
 * @param before what the promoted version makes of them
 * @param after what the candidate does
 */
public record PairedReports(EvaluationReport before, EvaluationReport after) {
    /** Whether any picture was scored. */
    boolean hasPlaces() {
        return !after.tiles().isEmpty();
    }

    /** How much the mean intersection over union rose, 0…1; 0 if no class is common enough to count. */
    double meanGain() {
        return mean(after) - mean(before);
    }

    static double mean(EvaluationReport report) {
        return report.meanIntersectionOverUnion().orElse(0);
    }
}
