package io.treehouse.inference.compare;

import io.treehouse.inference.carbon.coefficient.CoefficientSet;
import io.treehouse.inference.carbon.estimate.EstimateRequest.Settings;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What to compare beside the two maps, and how. Immutable.
 *
 * @param before the first state
 * @param after the second state
 * @param coefficients the coefficients
 * @param settings how to estimate
 * @param assumedErrorPercent standard error of areas that have none, in percent of the area
 * @param errorCorrelation correlation of a class's errors at the two states, 0…1
 * @param objectOverlap share of its pixels by which an object is there in the other state, above 0 and up to 1
 * @param sample reference sample of the changes
 */
public record ComparisonRequest(
        State before,
        State after,
        CoefficientSet coefficients,
        Settings settings,
        OptionalDouble assumedErrorPercent,
        double errorCorrelation,
        double objectOverlap,
        Optional<ChangeSample> sample) {
    public ComparisonRequest {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        if (!(errorCorrelation >= 0 && errorCorrelation <= 1) || !(objectOverlap > 0 && objectOverlap <= 1)) {
            throw new IllegalArgumentException(
                    "Correlation and overlap are shares, not " + errorCorrelation + " and " + objectOverlap);
        }
    }
}
