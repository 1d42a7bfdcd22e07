package io.treehouse.inference.carbon.estimate;

import io.treehouse.datasets.document.Known;
import io.treehouse.inference.carbon.Flow;
import io.treehouse.inference.carbon.coefficient.NotationKey;
import io.treehouse.inference.propagation.UncertainValue;

/**
 * A yearly flux. Removals from the atmosphere are negative. Immutable.
 *
 * @param flow which figure
 * @param kgCo2ePerYear the figure in kg CO₂e a year; null if it is missing
 * @param notationKey why it is missing: NE, NO, NA, IE or C; null if it is not
 * @param reason the same in words, or what of the figure is missing
 * @param basis what it was computed from; null if it is missing, and in totals
 */
public record FluxLine(
        @Known Flow flow, UncertainValue kgCo2ePerYear, NotationKey notationKey, String reason, FigureBasis basis) {}
