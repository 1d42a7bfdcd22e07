package io.treehouse.training.evaluate;

import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.catalog.Split;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.sample.LabelledTiles;
import io.treehouse.inference.drift.DriftReference;
import io.treehouse.inference.drift.TileStatistics;
import io.treehouse.model.bundle.TrainedModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pictures that drift is measured against: of each data set that a model learned from a few, drawn at random but always
 * the same, from what it was trained on and what it was chosen on. Locked places are not looked at.
 */
public final class ReferencePictures {
    private static final Logger LOG = LoggerFactory.getLogger(ReferencePictures.class);
    private static final int PICTURES_PER_SET = 8;
    private static final long SEED = 11;

    private final ModelClassMaps maps;
    private final double temperature;
    private final List<TileStatistics> statistics = new ArrayList<>();

    private ReferencePictures(ModelClassMaps maps, double temperature) {
        this.maps = maps;
        this.temperature = temperature;
    }

    /**
     * What a model's drift is to be measured against; empty if it learned from none of the data sets.
     *
     * @param model the model, calibrated
     * @param maps its class maps; stay open
     * @param catalogs data sets; those that its manifest does not name are left out, if it names any
     */
    public static Optional<DriftReference> reference(
            TrainedModel model, ModelClassMaps maps, List<Catalog> catalogs, Split split) throws InterruptedException {
        ReferencePictures pictures = new ReferencePictures(maps, model.temperature());
        for (Catalog catalog : catalogs) {
            if (learnedFrom(model, catalog)) {
                pictures.add(catalog, split);
            }
        }
        LOG.info("statistics of {} pictures, which drift is measured against", pictures.statistics.size());
        return Optional.of(pictures.statistics)
                .filter(known -> !known.isEmpty())
                .map(DriftReference::of);
    }

    private static boolean learnedFrom(TrainedModel model, Catalog catalog) {
        return !model.training().has("datasets")
                || model.training().get("datasets").has(catalog.name());
    }

    private void add(Catalog catalog, Split split) throws InterruptedException {
        LabelledTiles tiles = new LabelledTiles(catalog);
        List<String> names = new ArrayList<>(tiles.names().stream()
                .filter(name -> isSeen(split.partOf(catalog.name(), name)))
                .toList());
        Collections.shuffle(names, new Random(SEED));
        for (String name : names.subList(0, Math.min(PICTURES_PER_SET, names.size()))) {
            try {
                statistics.add(maps.statistics(tiles.read(name), tiles.format(name), temperature));
            } catch (InputProblem unreadable) {
                LOG.warn("{}/{} is left out of the statistics: {}", catalog.name(), name, unreadable.getMessage());
            }
        }
    }

    private static boolean isSeen(Split.Part part) {
        return part == Split.Part.TRAINING || part == Split.Part.VALIDATION;
    }
}
