package io.treehouse.training.fit;

import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.catalog.Split;
import io.treehouse.datasets.document.DocumentHash;
import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.datasets.sample.TrainingPictures;
import io.treehouse.training.selflabel.SelfLabels;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tiles that a run learns from: those of its data sets that are neither locked nor kept for validation.
 *
 * @param catalogs the data sets
 * @param tiles their tiles of the training part, in memory
 * @param selfLabels what narrowed the labels of the tiles, if anything did
 */
public record TrainingData(List<Catalog> catalogs, List<LabelledTile> tiles, Optional<SelfLabels> selfLabels) {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingData.class);

    public TrainingData {
        catalogs = List.copyOf(catalogs);
        tiles = List.copyOf(tiles);
    }

    /**
     * Reads the tiles.
     *
     * @param catalogs the data sets
     * @param split which of their pictures may be trained on
     * @param selfLabels what narrows the labels of all pictures, if anything does
     */
    public static TrainingData read(List<Catalog> catalogs, Split split, Optional<SelfLabels> selfLabels) {
        List<LabelledTile> tiles = new ArrayList<>();
        for (Catalog catalog : catalogs) {
            TrainingPictures pictures = new TrainingPictures(catalog, split);
            pictures.names().stream()
                    .map(name -> pictures.read(name).tile())
                    .map(tile -> selfLabels.map(labels -> labels.apply(tile)).orElse(tile))
                    .forEach(tiles::add);
            LOG.info(
                    "{}: {} of {} pictures to train on",
                    catalog.name(),
                    pictures.names().size(),
                    pictures.allPictures());
        }
        return new TrainingData(catalogs, tiles, selfLabels);
    }

    /** The tiles of one data set, by their names. */
    List<LabelledTile> tiles(String set) {
        return tiles.stream()
                .filter(tile -> tile.set().equals(set))
                .sorted(Comparator.comparing(LabelledTile::name))
                .toList();
    }

    /**
     * SHA-256 in lower-case hexadecimal of what a data set teaches: of each tile, in the order of their names, the name with a
     * line feed, its colours and the classes that its labels allow.
     */
    String contentSha256(String set) {
        MessageDigest digest = DocumentHash.sha256();
        for (LabelledTile tile : tiles(set)) {
            digest.update((tile.name() + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(tile.rgb());
            digest.update(tile.classSets());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
