package io.treehouse.training.promote;

import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.catalog.Split;
import java.util.List;

/**
 * Where a gate measures.
 *
 * @param known data sets whose validation places must not get worse
 * @param fresh new data sets, on whose validation places the candidate must be better; may be empty
 * @param split which pictures of both are of which part
 * @param withLocked whether to show the locked places of both, too
 */
public record GatePlaces(List<Catalog> known, List<Catalog> fresh, Split split, boolean withLocked) {
    public GatePlaces {
        known = List.copyOf(known);
        fresh = List.copyOf(fresh);
    }
}
