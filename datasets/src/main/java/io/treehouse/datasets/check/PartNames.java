package io.treehouse.datasets.check;

import io.treehouse.datasets.catalog.Split;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Names of the parts of a split in reports. */
final class PartNames {
    private PartNames() {}

    static String of(Split.Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }

    /** The names in the order of the parts. */
    static List<String> of(Collection<Split.Part> parts) {
        return parts.stream().sorted().map(PartNames::of).toList();
    }
}
