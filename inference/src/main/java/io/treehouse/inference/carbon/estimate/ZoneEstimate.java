package io.treehouse.inference.carbon.estimate;

import io.treehouse.datasets.document.Known;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The figures of one zone, or of all together. Immutable.
 *
 * @param id identifier of the zone; {@code total} for all together
 * @param name the zone's name; null if it has none
 * @param validM2 area with imagery
 * @param areas area of every class by its published name
 * @param site what is known of the place: conditions and numbers by their names; null in the total
 * @param stocks stocks
 * @param yearlyFluxes yearly fluxes
 * @param notCounted benchmarks and second methods: to compare with, in no total
 * @param stockTotals sums of the stocks
 * @param yearlyTotals sums of the yearly fluxes
 */
public record ZoneEstimate(
        @Known String id,
        String name,
        double validM2,
        @Known Map<String, AreaUsed> areas,
        Map<String, String> site,
        @Known List<StockLine> stocks,
        @Known List<FluxLine> yearlyFluxes,
        @Known List<FluxLine> notCounted,
        @Known StockTotals stockTotals,
        @Known FluxTotals yearlyTotals) {
    /**
     * Area of a class.
     *
     * @param areaM2 the area that was used
     * @param standardErrorM2 its standard error; null if it is not known
     * @param countedM2 area in the class map
     * @param source where area and error come from, such as {@code model_based}
     */
    public record AreaUsed(
            double areaM2,
            Double standardErrorM2,
            double countedM2,
            @Known String source) {}

    public ZoneEstimate {
        areas = Collections.unmodifiableMap(new LinkedHashMap<>(areas));
        stocks = List.copyOf(stocks);
        yearlyFluxes = List.copyOf(yearlyFluxes);
        notCounted = List.copyOf(notCounted);
    }
}
