package io.treehouse.datasets.sample;

import java.util.Map;

/**
 * A tile with what was odd about its labels.
 *
 * @param tile the tile
 * @param unknownLabels labels that the legend does not explain (they count as unknown), with the number of pixels or
 *     polygons that have them
 */
public record InspectedTile(LabelledTile tile, Map<String, Long> unknownLabels) {
    public InspectedTile {
        unknownLabels = Map.copyOf(unknownLabels);
    }
}
