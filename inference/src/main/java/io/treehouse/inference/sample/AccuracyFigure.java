package io.treehouse.inference.sample;

import io.treehouse.inference.propagation.NormalScores;

/**
 * An accuracy with its uncertainty.
 *
 * @param accuracy the estimate, 0…1
 * @param standardError its standard error
 * @param low95 lower end of its 95 % interval, 0…1
 * @param high95 upper end of its 95 % interval, 0…1
 */
public record AccuracyFigure(double accuracy, double standardError, double low95, double high95) {
    static AccuracyFigure of(double accuracy, double variance) {
        double standardError = Math.sqrt(variance);
        double half = NormalScores.TWO_SIDED_95 * standardError;
        return new AccuracyFigure(accuracy, standardError, Math.max(0, accuracy - half), Math.min(1, accuracy + half));
    }
}
