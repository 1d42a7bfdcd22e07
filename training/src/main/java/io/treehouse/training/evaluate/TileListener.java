package io.treehouse.training.evaluate;

import io.treehouse.datasets.sample.LabelledTile;

/** Is shown each picture as it was scored. */
@FunctionalInterface
public interface TileListener {
    /** Nobody looks. */
    TileListener NONE = (score, tile, classes) -> {};

    /**
     * @param score what was counted
     * @param tile the picture and its labels
     * @param classes {@code [height, width]} codes 0…4, 255 where there is no answer
     */
    void scored(TileScore score, LabelledTile tile, byte[] classes);
}
