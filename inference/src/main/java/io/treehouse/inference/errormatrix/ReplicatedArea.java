package io.treehouse.inference.errormatrix;

import io.treehouse.inference.landcover.AreaEstimate;
import java.util.Arrays;

/** An area from its replicates. */
final class ReplicatedArea {
    /** What the EM algorithm has left of a class that it found to be absent. */
    private static final double NEGLIGIBLE_M2 = 1e-9;

    private ReplicatedArea() {}

    /**
     * The mean of the replicates, with an interval from their 2.5th to their 97.5th percentile that holds the counted area
     * too: at places with labels that was no worse than the corrected one, so an interval without it would claim to know more
     * than is known.
     *
     * @param replicatesM2 the area by each replicate
     * @param countedM2 the area as counted on the map
     */
    static AreaEstimate of(double[] replicatesM2, double countedM2) {
        double[] sorted = Arrays.stream(replicatesM2)
                .map(area -> area < NEGLIGIBLE_M2 ? 0 : area)
                .sorted()
                .toArray();
        double mean = Arrays.stream(sorted).average().orElseThrow();
        double variance =
                Arrays.stream(sorted).map(area -> (area - mean) * (area - mean)).sum() / (sorted.length - 1);
        return new AreaEstimate(
                mean,
                Math.sqrt(variance),
                Math.min(Math.min(mean, countedM2), percentile(sorted, 0.025)),
                Math.max(Math.max(mean, countedM2), percentile(sorted, 0.975)));
    }

    private static double percentile(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
