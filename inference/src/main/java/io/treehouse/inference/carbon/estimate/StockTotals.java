package io.treehouse.inference.carbon.estimate;

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
        UncertainValue removalsKgCo2e,
        UncertainValue emissionsKgCo2e,
        UncertainValue netKgCo2e,
        List<String> notEstimated) {
    public StockTotals {
        notEstimated = List.copyOf(notEstimated);
    }
}
