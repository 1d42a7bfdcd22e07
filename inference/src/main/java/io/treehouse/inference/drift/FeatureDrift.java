package io.treehouse.inference.drift;

import java.util.Arrays;

/**
 * How far a feature of the tiles that came in is from the reference.
 *
 * @param level {@code none}, {@code moderate} or {@code strong}, by the stability index
 * @param stabilityIndex population stability index over the bins of the reference; 0 if both are distributed alike
 * @param chanceLimit what the index stays under in 95 of 100 cases though nothing has changed: large for few tiles
 * @param outsideShare share of the tiles with a value below the least or above the largest of the reference, 0…1
 * @param shift difference of the means in standard deviations of the reference; null if all of its values are equal
 * @param mean mean over the tiles
 * @param referenceMean mean over the pictures of the reference
 */
public record FeatureDrift(
        String level,
        double stabilityIndex,
        double chanceLimit,
        double outsideShare,
        Double shift,
        double mean,
        double referenceMean) {
    /** @param values the feature of each tile, at least one */
    static FeatureDrift of(FeatureReference reference, double[] values) {
        long[] seen = reference.count(values);
        double index = StabilityIndex.of(reference.counts(), seen);
        double limit = StabilityIndex.chanceLimit(reference.counts(), seen);
        double mean = Arrays.stream(values).average().orElseThrow();
        double deviation = reference.standardDeviation();
        return new FeatureDrift(
                DriftLevel.of(index, limit).label(),
                index,
                limit,
                (double) (seen[0] + seen[seen.length - 1]) / values.length,
                deviation == 0 ? null : (mean - reference.mean()) / deviation,
                mean,
                reference.mean());
    }
}
