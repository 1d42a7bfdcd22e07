package io.treehouse.inference.carbon.table;

import io.treehouse.inference.carbon.estimate.CoefficientsUsed;
import io.treehouse.inference.table.ProvenanceItems;

/** What tables say of the coefficients of their figures. */
public final class CoefficientItems {
    private CoefficientItems() {}

    /** Adds the set, with the coefficients that figures came of. */
    public static void put(ProvenanceItems items, CoefficientsUsed set) {
        items.put("COEFFICIENT_SET", set.name())
                .put("COEFFICIENT_SET_VERSION", set.version())
                .put("COEFFICIENT_SET_SHA256", set.sha256())
                .put("COEFFICIENTS", set.coefficients());
    }

    /** Name and version of the set, as a row has them. */
    public static String label(CoefficientsUsed set) {
        return set.name() + " " + set.version();
    }
}
