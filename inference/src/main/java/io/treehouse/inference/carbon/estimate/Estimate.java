package io.treehouse.inference.carbon.estimate;

import io.treehouse.datasets.document.Known;
import io.treehouse.inference.carbon.TreeMethod;
import java.util.List;

/**
 * Sinks and emissions of zones and of all of them together; its components are the members of the published JSON.
 * Immutable.
 *
 * @param zones the zones in their order
 * @param total all zones together, errors that they share included
 * @param coefficientSet the coefficients
 * @param treeMethod which estimate of the trees' uptake counts
 * @param draws draws of the Monte Carlo
 * @param seed its seed
 * @param results where the areas come from
 * @param programVersion version of the program that estimated
 * @param warnings what to know before using the figures, in words
 */
public record Estimate(
        @Known List<ZoneEstimate> zones,
        @Known ZoneEstimate total,
        @Known CoefficientsUsed coefficientSet,
        @Known TreeMethod treeMethod,
        int draws,
        long seed,
        @Known List<ResultProvenance> results,
        @Known String programVersion,
        @Known List<String> warnings) {
    public Estimate {
        zones = List.copyOf(zones);
        results = List.copyOf(results);
        warnings = List.copyOf(warnings);
    }
}
