package io.treehouse.datasets.sample;

import java.util.Map;

/**
 * A tile with where it has imagery and what was odd about its labels.
 *
 * @param tile the tile
 * @param valid {@code [height, width]}: false where there is no imagery; not copied
 * @param unknownLabels labels that the legend does not explain (they count as unknown), with the number of pixels or
 *     polygons that have them
 */
public record InspectedTile(LabelledTile tile, boolean[] valid, Map<String, Long> unknownLabels) {
    public InspectedTile {
        unknownLabels = Map.copyOf(unknownLabels);
    }
}
