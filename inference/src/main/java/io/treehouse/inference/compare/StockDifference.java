package io.treehouse.inference.compare;

import io.treehouse.datasets.document.Known;
import io.treehouse.inference.carbon.Flow;
import io.treehouse.inference.carbon.coefficient.NotationKey;
import io.treehouse.inference.propagation.UncertainValue;

/**
 * A stock in both states. Removals from the atmosphere are negative. Immutable.
 *
 * @param flow which figure
 * @param beforeKgCo2e the figure before in kg CO₂e; null if it is missing
 * @param afterKgCo2e the figure after in kg CO₂e; null if it is missing
 * @param differenceKgCo2e after without before: what is set free (positive) or bound on the way from one state to the
 *     other; of embodied carbon what newly built or paved ground emits, since what is torn down takes nothing back; null
 *     if it is missing
 * @param notationKey why it is missing
 * @param reason the same in words
 */
public record StockDifference(
        @Known Flow flow,
        UncertainValue beforeKgCo2e,
        UncertainValue afterKgCo2e,
        UncertainValue differenceKgCo2e,
        NotationKey notationKey,
        String reason) {}
