package io.treehouse.inference.carbon.estimate;

import io.treehouse.inference.carbon.Site;
import io.treehouse.inference.carbon.TreeMethod;
import io.treehouse.inference.carbon.Zone;
import io.treehouse.inference.carbon.coefficient.CoefficientSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What to estimate. Immutable.
 *
 * @param zones the zones, each id once
 * @param results where their areas come from
 * @param coefficients the coefficients
 * @param site what is known of all zones
 * @param zoneSites what is known of single zones beside that, by their ids
 * @param settings how to estimate
 * @param warnings what the reading of the areas found, in words
 */
public record EstimateRequest(
        List<Zone> zones,
        List<ResultProvenance> results,
        CoefficientSet coefficients,
        Site site,
        Map<String, Site> zoneSites,
        Settings settings,
        List<String> warnings) {
    /**
     * How to estimate.
     *
     * @param treeMethod which estimate of the trees' uptake counts
     * @param draws draws of the Monte Carlo
     * @param seed its seed
     */
    public record Settings(TreeMethod treeMethod, int draws, long seed) {
        public Settings {
            Objects.requireNonNull(treeMethod, "treeMethod");
        }
    }

    public EstimateRequest {
        zones = List.copyOf(zones);
        results = List.copyOf(results);
        zoneSites = Map.copyOf(zoneSites);
        warnings = List.copyOf(warnings);
    }

    /** What is known of a zone. */
    Site siteOf(Zone zone) {
        return zoneSites.containsKey(zone.id()) ? site.with(zoneSites.get(zone.id())) : site;
    }
}
