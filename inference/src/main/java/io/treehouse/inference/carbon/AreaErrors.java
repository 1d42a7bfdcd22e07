package io.treehouse.inference.carbon;

import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.inference.propagation.Distribution;
import io.treehouse.inference.propagation.Quantity;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How errors of areas go together: a class's errors in two zones of one state, and in one zone at two states. Errors of
 * different classes are taken as independent. Immutable.
 *
 * @param state name of the state, such as {@code before}
 * @param betweenZones correlation between zones, 0…1: 1 where errors stem from the same error matrix
 * @param betweenStates correlation between states, 0…1
 */
public record AreaErrors(String state, double betweenZones, double betweenStates) {
    /** Share of the area above which a normal error would reach below 0 too often: the IPCC's limit of Approach 1. */
    private static final double LARGE_ERROR = 0.3;

    public AreaErrors {
        requireCorrelation(betweenZones);
        requireCorrelation(betweenStates);
    }

    private static void requireCorrelation(double correlation) {
        if (!(correlation >= 0 && correlation <= 1)) {
            throw new IllegalArgumentException("Correlations of areas lie within 0…1, not " + correlation);
        }
    }

    /** The area of a class in a zone. */
    public Quantity area(SurfaceClass surface, String zoneId, double areaM2, double standardErrorM2) {
        String name = "area/" + state + "/" + zoneId + "/" + surface.label();
        return new Quantity(name, distribution(areaM2, standardErrorM2), sources(surface, zoneId));
    }

    private static Distribution distribution(double areaM2, double standardErrorM2) {
        if (standardErrorM2 == 0) {
            return new Distribution.Exact(areaM2);
        }
        return areaM2 > 0 && standardErrorM2 > LARGE_ERROR * areaM2
                ? new Distribution.LogNormal(areaM2, standardErrorM2)
                : new Distribution.Normal(areaM2, standardErrorM2);
    }

    private Map<String, Double> sources(SurfaceClass surface, String zoneId) {
        String name = surface.label();
        Map<String, Double> sources = new LinkedHashMap<>();
        put(sources, "area-error/" + name, betweenZones * betweenStates);
        put(sources, "area-error/state " + state + "/" + name, betweenZones * (1 - betweenStates));
        put(sources, "area-error/zone " + zoneId + "/" + name, (1 - betweenZones) * betweenStates);
        put(
                sources,
                "area-error/state " + state + "/zone " + zoneId + "/" + name,
                (1 - betweenZones) * (1 - betweenStates));
        return sources;
    }

    private static void put(Map<String, Double> sources, String name, double share) {
        if (share > 0) {
            sources.put(name, Math.sqrt(share));
        }
    }
}
