package io.treehouse.inference.drift;

import java.util.List;

/**
 * The population stability index of two histograms over the same bins: {@code Σ (q − p) · ln(q / p)} with the shares p of
 * the reference and q of what came in (Siddiqi 2006, Credit Risk Scorecards; the sum of both Kullback–Leibler
 * divergences). Half a count is added to each bin, so that an empty one has a finite part.
 */
final class StabilityIndex {
    /** Quantile of the standard normal distribution at 95 %. */
    private static final double ONE_SIDED_95 = 1.645;

    private static final double PRIOR = 0.5;

    private StabilityIndex() {}

    static double of(List<Long> reference, long[] seen) {
        double all = reference.stream().mapToLong(Long::longValue).sum() + PRIOR * seen.length;
        double allSeen = total(seen) + PRIOR * seen.length;
        double index = 0;
        for (int bin = 0; bin < seen.length; bin++) {
            double p = (reference.get(bin) + PRIOR) / all;
            double q = (seen[bin] + PRIOR) / allSeen;
            index += (q - p) * Math.log(q / p);
        }
        return index;
    }

    /**
     * What the index stays under in 95 of 100 cases though nothing has changed: it is then nearly distributed as chi² with
     * one degree of freedom less than bins, times 1/N + 1/M (Yurdakul 2018, Statistical properties of population stability
     * index, eq. of the normal approximation).
     */
    static double chanceLimit(List<Long> reference, long[] seen) {
        double freedom = seen.length - 1;
        double pictures = reference.stream().mapToLong(Long::longValue).sum();
        return (1 / pictures + 1.0 / total(seen)) * (freedom + ONE_SIDED_95 * Math.sqrt(2 * freedom));
    }

    static long total(long[] counts) {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        return total;
    }
}
