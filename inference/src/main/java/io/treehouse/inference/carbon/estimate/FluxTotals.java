package io.treehouse.inference.carbon.estimate;

import io.treehouse.datasets.document.Known;
import io.treehouse.inference.carbon.Flow;
import io.treehouse.inference.propagation.UncertainValue;
import java.util.List;

/**
 * Sums of yearly fluxes. Immutable.
 *
 * @param removalsKgCo2ePerYear what is removed from the atmosphere in a year, negative
 * @param emissionsKgCo2ePerYear what is emitted in a year
 * @param netKgCo2ePerYear both together
 * @param notEstimated figures that are not, or not everywhere, in the sums
 */
public record FluxTotals(
        @Known UncertainValue removalsKgCo2ePerYear,
        @Known UncertainValue emissionsKgCo2ePerYear,
        @Known UncertainValue netKgCo2ePerYear,
        @Known List<Flow> notEstimated) {
    public FluxTotals {
        notEstimated = List.copyOf(notEstimated);
    }
}
