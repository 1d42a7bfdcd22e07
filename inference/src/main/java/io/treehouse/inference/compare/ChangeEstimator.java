package io.treehouse.inference.compare;

import io.treehouse.inference.compare.ChangeSample.Change;
import io.treehouse.inference.landcover.AreaEstimate;
import java.util.function.Predicate;

/** Knows how large changes are in truth, and how surely. Implementations are immutable. */
@FunctionalInterface
interface ChangeEstimator {
    /** The area that really changed in one of the ways asked for. */
    AreaEstimate area(Predicate<Change> changes);
}
