package io.treehouse.training.evaluate;

import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.catalog.Split;
import java.util.List;
import java.util.Set;

/**
 * The pictures to score.
 *
 * @param catalogs data sets
 * @param split which of their pictures are of which part
 * @param parts the parts to score
 */
public record HeldOutPlaces(List<Catalog> catalogs, Split split, Set<Split.Part> parts) {
    public HeldOutPlaces {
        catalogs = List.copyOf(catalogs);
        parts = Set.copyOf(parts);
    }

    /** The places of one part. */
    public HeldOutPlaces(List<Catalog> catalogs, Split split, Split.Part part) {
        this(catalogs, split, Set.of(part));
    }

    /** Whether a picture is to be scored. */
    public boolean contains(String set, String picture) {
        return parts.contains(split.partOf(set, picture));
    }
}
