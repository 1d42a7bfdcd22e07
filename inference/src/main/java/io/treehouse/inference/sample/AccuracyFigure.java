package io.treehouse.inference.sample;

/**
 * An accuracy with its uncertainty.
 *
 * @param accuracy the estimate, 0…1
 * @param standardError its standard error
 * @param low95 lower end of its 95 % interval, 0…1
 * @param high95 upper end of its 95 % interval, 0…1
 */
public record AccuracyFigure(double accuracy, double standardError, double low95, double high95) {
    private static final double Z95 = 1.96;

    static AccuracyFigure of(double accuracy, double variance) {
        double standardError = Math.sqrt(variance);
        return new AccuracyFigure(
                accuracy,
                standardError,
                Math.max(0, accuracy - Z95 * standardError),
                Math.min(1, accuracy + Z95 * standardError));
    }
}
