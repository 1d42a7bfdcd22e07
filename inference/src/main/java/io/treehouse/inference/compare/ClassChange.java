package io.treehouse.inference.compare;

import io.treehouse.datasets.document.Known;
import io.treehouse.inference.propagation.UncertainValue;

/**
 * Area of a class in both states. Immutable.
 *
 * @param name published name of the class
 * @param beforeM2 area before
 * @param afterM2 area after
 * @param differenceM2 after without before; without interval where nothing is known of the areas' errors
 * @param errorsKnown whether the errors of both areas are known, and so in the interval
 */
public record ClassChange(
        @Known({"other", "built_up", "building", "water", "tree_canopy"})
        String name,

        double beforeM2,
        double afterM2,
        @Known UncertainValue differenceM2,
        boolean errorsKnown) {}
