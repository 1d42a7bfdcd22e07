package io.treehouse.training.promote;

import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.catalog.Split;
import io.treehouse.datasets.catalog.Split.Part;
import io.treehouse.datasets.sample.LabelledTiles;
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

    /** Number of pictures that a model is scored on. */
    public int pictures() {
        int pictures = 0;
        for (List<Catalog> catalogs : List.of(known, fresh)) {
            for (Catalog catalog : catalogs) {
                pictures += (int) new LabelledTiles(catalog)
                        .names().stream()
                                .map(name -> split.partOf(catalog.name(), name))
                                .filter(part -> part == Part.VALIDATION || withLocked && part == Part.LOCKED)
                                .count();
            }
        }
        return pictures;
    }
}
