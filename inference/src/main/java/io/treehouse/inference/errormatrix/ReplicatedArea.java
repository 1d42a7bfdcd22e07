package io.treehouse.inference.errormatrix;

import io.treehouse.inference.landcover.AreaEstimate;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * An area at a new place from its replicates, each of which takes the model to err as at one of <i>n</i> places: the mean
 * <i>m</i> and the 95 % prediction interval of one more draw, <i>m</i> ± <i>t</i>(0.975; <i>n</i> − 1) · <i>s</i> · √((<i>n</i> +
 * 1) / (<i>n</i> − 1)) with <i>s</i> the standard deviation of the replicates. The root makes of the deviation within a
 * sample that between it and a new place (Hahn and Meeker 1991, section 4.7; Hesterberg 2015 on how much too narrow a
 * bootstrap over few is). Percentiles of the replicates held less: their distribution is skewed, and how far it
 * reaches on its shorter side is known least.
 *
 * @param places effective number of places, at least 2
 * @param totalM2 area of all classes together, which no class exceeds
 */
record ReplicatedArea(double places, double totalM2) {
    /** What the EM algorithm has left of a class that it found to be absent. */
    private static final double NEGLIGIBLE_M2 = 1e-9;

    private static final double UPPER_TAIL = 0.025;

    /**
     * The area, with an interval that holds the counted area too: at places with labels that was no worse than the corrected
     * one, so an interval without it would claim to know more than is known.
     *
     * @param replicatesM2 the area by each replicate
     * @param countedM2 the area as counted on the map
     */
    AreaEstimate of(double[] replicatesM2, double countedM2) {
        double[] areas = Arrays.stream(replicatesM2)
                .map(area -> area < NEGLIGIBLE_M2 ? 0 : area)
                .toArray();
        double mean = Arrays.stream(areas).average().orElseThrow();
        double variance =
                Arrays.stream(areas).map(area -> (area - mean) * (area - mean)).sum() / areas.length;
        double error = Math.sqrt(variance * (places + 1) / (places - 1));
        double reach = TDistribution.of(places - 1).inverseSurvivalProbability(UPPER_TAIL) * error;
        return new AreaEstimate(
                mean,
                error,
                Math.max(0, Math.min(countedM2, mean - reach)),
                Math.max(Math.max(mean, countedM2), Math.min(totalM2, mean + reach)));
    }
}
