package io.treehouse.training.evaluate;

import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.catalog.Split;
import java.util.List;

/**
 * The pictures to score.
 *
 * @param catalogs data sets
 * @param split which of their pictures are of which part
 * @param part the part to score
 */
public record HeldOutPlaces(List<Catalog> catalogs, Split split, Split.Part part) {
    public HeldOutPlaces {
        catalogs = List.copyOf(catalogs);
    }

    /** Whether a picture is to be scored. */
    public boolean contains(String set, String picture) {
        return split.partOf(set, picture) == part;
    }
}
