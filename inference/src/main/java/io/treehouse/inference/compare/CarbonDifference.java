package io.treehouse.inference.compare;

import io.treehouse.datasets.document.Known;
import io.treehouse.inference.carbon.estimate.FluxTotals;
import io.treehouse.inference.carbon.estimate.StockTotals;
import java.util.List;

/**
 * Sinks and emissions in both states, and their differences: after without before. Immutable.
 *
 * @param stocks stocks
 * @param yearlyFluxes yearly fluxes
 * @param notCounted benchmarks and second methods, in no total
 * @param stockDifferences sums of the differences of stocks
 * @param yearlyDifferences sums of the differences of yearly fluxes
 */
public record CarbonDifference(
        @Known List<StockDifference> stocks,
        @Known List<FluxDifference> yearlyFluxes,
        @Known List<FluxDifference> notCounted,
        @Known StockTotals stockDifferences,
        @Known FluxTotals yearlyDifferences) {
    public CarbonDifference {
        stocks = List.copyOf(stocks);
        yearlyFluxes = List.copyOf(yearlyFluxes);
        notCounted = List.copyOf(notCounted);
    }
}
