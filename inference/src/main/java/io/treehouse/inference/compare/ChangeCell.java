package io.treehouse.inference.compare;

import io.treehouse.datasets.document.Known;
import io.treehouse.inference.landcover.AreaEstimate;

/**
 * Ground that was one class before and is another, or the same, after. Immutable.
 *
 * @param before published name of the class before
 * @param after published name of the class after
 * @param pixels pixels of the grid of the state before
 * @param countedM2 their ground area in m²
 * @param estimate area with its 95 % interval, by the comparison's interval method; null if nothing is known of the errors
 */
public record ChangeCell(
        @Known({"other", "built_up", "building", "water", "tree_canopy"})
        String before,

        @Known({"other", "built_up", "building", "water", "tree_canopy"})
        String after,

        long pixels,
        double countedM2,
        AreaEstimate estimate) {}
