package io.treehouse.inference.carbon.estimate;

import io.treehouse.datasets.document.Known;
import io.treehouse.inference.carbon.Flow;
import io.treehouse.inference.propagation.UncertainValue;
import java.util.List;

/**
 * Sums of stocks. Immutable.
 *
 * @param removalsKgCo2e what was removed from the atmosphere, negative
 * @param emissionsKgCo2e what was emitted
 * @param netKgCo2e both together
 * @param notEstimated figures that are not, or not everywhere, in the sums
 */
public record StockTotals(
        @Known UncertainValue removalsKgCo2e,
        @Known UncertainValue emissionsKgCo2e,
        @Known UncertainValue netKgCo2e,
        @Known List<Flow> notEstimated) {
    public StockTotals {
        notEstimated = List.copyOf(notEstimated);
    }
}
