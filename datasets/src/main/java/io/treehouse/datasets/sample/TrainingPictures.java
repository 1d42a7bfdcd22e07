package io.treehouse.datasets.sample;

import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.catalog.Split;
import java.util.List;

/**
 * The pictures of a data set that a model may learn from: the one rule for training and for whatever prepares it. Immutable
 * and thread-safe.
 */
public final class TrainingPictures {
    private final Catalog catalog;
    private final LabelledTiles tiles;
    private final List<String> names;

    /**
     * Lists the pictures; none is read yet.
     *
     * @param catalog the data set
     * @param split which of its pictures are held out or unused
     */
    public TrainingPictures(Catalog catalog, Split split) {
        this.catalog = catalog;
        tiles = new LabelledTiles(catalog);
        names = tiles.names().stream()
                .filter(name -> split.partOf(catalog.name(), name) == Split.Part.TRAINING)
                .toList();
    }

    /** The data set. */
    public Catalog catalog() {
        return catalog;
    }

    /** Names of the pictures, in order. */
    public List<String> names() {
        return names;
    }

    /** Number of pictures with those that are held out. */
    public int allPictures() {
        return tiles.names().size();
    }

    /** Reads a picture with the labels that training sees. */
    public InspectedTile read(String name) {
        return tiles.inspectForTraining(name);
    }
}
