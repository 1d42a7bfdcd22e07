package io.treehouse.training.fit;

import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.catalog.CatalogReader;
import io.treehouse.datasets.catalog.Split;
import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.datasets.sample.LabelledTiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tiles that a run learns from: those of its data sets that are neither locked nor kept for validation.
 *
 * @param catalogs the data sets
 * @param tiles their tiles of the training part, in memory
 */
public record TrainingData(List<Catalog> catalogs, List<LabelledTile> tiles) {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingData.class);

    public TrainingData {
        catalogs = List.copyOf(catalogs);
        tiles = List.copyOf(tiles);
    }

    /**
     * Reads the tiles.
     *
     * @param sets names of the data sets
     * @param split which of their pictures may be trained on
     * @param catalogFolder folder with {@code NAME/dataset.json} for each
     * @param data folder that holds the imagery
     */
    public static TrainingData read(Collection<String> sets, Split split, Path catalogFolder, Path data) {
        List<Catalog> catalogs = new ArrayList<>();
        List<LabelledTile> tiles = new ArrayList<>();
        for (String set : sets) {
            Catalog catalog = CatalogReader.read(catalogFolder.resolve(set).resolve("dataset.json"), data);
            LabelledTiles labelled = new LabelledTiles(catalog);
            int before = tiles.size();
            labelled.names().stream()
                    .filter(name -> split.partOf(set, name) == Split.Part.TRAINING)
                    .map(labelled::readForTraining)
                    .forEach(tiles::add);
            catalogs.add(catalog);
            LOG.info(
                    "{}: {} of {} pictures to train on",
                    set,
                    tiles.size() - before,
                    labelled.names().size());
        }
        return new TrainingData(catalogs, tiles);
    }
}
