package io.treehouse.inference.compare;

import io.treehouse.datasets.document.Known;
import io.treehouse.inference.carbon.Flow;
import io.treehouse.inference.carbon.coefficient.NotationKey;
import io.treehouse.inference.propagation.UncertainValue;

/**
 * A yearly flux in both states. Removals from the atmosphere are negative. Immutable.
 *
 * @param flow which figure
 * @param beforeKgCo2ePerYear the figure before in kg CO₂e a year; null if it is missing
 * @param afterKgCo2ePerYear the figure after in kg CO₂e a year; null if it is missing
 * @param differenceKgCo2ePerYear after without before; null if either is missing
 * @param notationKey why it is missing
 * @param reason the same in words
 */
public record FluxDifference(
        @Known Flow flow,
        UncertainValue beforeKgCo2ePerYear,
        UncertainValue afterKgCo2ePerYear,
        UncertainValue differenceKgCo2ePerYear,
        NotationKey notationKey,
        String reason) {}
