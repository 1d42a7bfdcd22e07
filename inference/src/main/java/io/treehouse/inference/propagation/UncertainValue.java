package io.treehouse.inference.propagation;

import io.treehouse.datasets.document.Known;

/**
 * A figure with its uncertainty by both approaches. Its unit is that of the member that holds it. Immutable.
 *
 * @param value the figure where every quantity is at its mean
 * @param propagated what error propagation says
 * @param simulated what Monte Carlo says
 */
public record UncertainValue(
        double value, @Known Propagated propagated, @Known Simulated simulated) {
    /**
     * By error propagation, errors taken as normal. Half widths are 1.96 and 1.645 standard errors, also where an interval
     * ends at 0.
     *
     * @param standardError standard error
     * @param low95 lower end of the 95 % interval; 0 where the figure cannot be below
     * @param high95 upper end of the 95 % interval; 0 where the figure cannot be above
     * @param halfWidth95Percent half of the 95 % interval in percent of the figure, the U of the IPCC; null for 0
     * @param halfWidth90 half of the 90 % interval
     * @param halfWidth90Percent the same in percent of the figure; null for 0
     */
    public record Propagated(
            double standardError,
            double low95,
            double high95,
            Double halfWidth95Percent,
            double halfWidth90,
            Double halfWidth90Percent) {}

    /**
     * By Monte Carlo.
     *
     * @param mean mean of the draws
     * @param standardDeviation their standard deviation
     * @param low95 2.5th percentile
     * @param high95 97.5th percentile
     * @param halfWidth90 half of the way from the 5th to the 95th percentile
     * @param halfWidth90Percent the same in percent of the figure; null for 0
     */
    public record Simulated(
            double mean,
            double standardDeviation,
            double low95,
            double high95,
            double halfWidth90,
            Double halfWidth90Percent) {}

    /** Both for a sum and its draws. */
    public static UncertainValue of(ProductSum sum, double[] draws) {
        double value = sum.value();
        return new UncertainValue(value, propagated(sum, value), DrawSummary.of(value, draws));
    }

    private static Propagated propagated(ProductSum sum, double value) {
        double standardError = ErrorPropagation.standardError(sum);
        double half95 = NormalScores.TWO_SIDED_95 * standardError;
        double half90 = NormalScores.TWO_SIDED_90 * standardError;
        return new Propagated(
                standardError,
                sum.isNeverNegative() ? Math.max(0, value - half95) : value - half95,
                ProductSum.ZERO.minus(sum).isNeverNegative() ? Math.min(0, value + half95) : value + half95,
                percent(half95, value),
                half90,
                percent(half90, value));
    }

    static Double percent(double part, double value) {
        return value == 0 ? null : 100 * part / Math.abs(value);
    }
}
