package io.treehouse.inference.landcover;

import java.util.List;
import java.util.Objects;

/**
 * Corrected areas of a tile or zone. Immutable.
 *
 * @param method how they were estimated; the answer's methods describe it
 * @param classes the areas: every class once, alone or with those that it cannot be told from, in the order of the codes;
 *     their sum is the valid area
 */
public record AreaEstimates(AreaMethod.Name method, List<ClassAreaEstimate> classes) {
    public AreaEstimates {
        Objects.requireNonNull(method, "method");
        classes = List.copyOf(classes);
    }
}
