package io.treehouse.inference.landcover;

import io.treehouse.inference.propagation.NormalScores;

/**
 * An area with its uncertainty.
 *
 * @param areaM2 the estimate in square metres, corrected for the map's known errors, 0 or more
 * @param standardErrorM2 its standard error in square metres, 0 or more
 * @param low95M2 lower end of its 95 % interval in square metres, 0 or more and not above the estimate
 * @param high95M2 upper end of its 95 % interval in square metres, not below the estimate
 */
public record AreaEstimate(double areaM2, double standardErrorM2, double low95M2, double high95M2) {
    public AreaEstimate {
        boolean ordered = 0 <= low95M2 && low95M2 <= areaM2 && areaM2 <= high95M2;
        if (!ordered || !Double.isFinite(high95M2) || !(standardErrorM2 >= 0) || !Double.isFinite(standardErrorM2)) {
            throw new IllegalArgumentException("No area lies at %s m² ± %s within %s to %s m²"
                    .formatted(areaM2, standardErrorM2, low95M2, high95M2));
        }
    }

    /**
     * An area whose error is normal: 1.96 standard errors to either side, as far as there is ground.
     *
     * @param wholeM2 all of the ground, which no area exceeds
     */
    public static AreaEstimate normal(double areaM2, double standardErrorM2, double wholeM2) {
        double half = NormalScores.TWO_SIDED_95 * standardErrorM2;
        return new AreaEstimate(
                areaM2,
                standardErrorM2,
                Math.max(0, areaM2 - half),
                // Sums of parts may exceed the whole by a rounding error.
                Math.max(areaM2, Math.min(wholeM2, areaM2 + half)));
    }
}
