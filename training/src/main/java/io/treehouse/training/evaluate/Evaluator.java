package io.treehouse.training.evaluate;

import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.datasets.sample.LabelledTiles;
import io.treehouse.datasets.sample.TreePosition;
import io.treehouse.training.evaluate.calibration.ProbabilitySample;
import io.treehouse.training.evaluate.objects.ObjectScoring;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Scores class maps against labelled places. Used by one thread. */
public final class Evaluator {
    private static final Logger LOG = LoggerFactory.getLogger(Evaluator.class);

    private final ClassMapSource maps;
    private final TileListener listener;
    private final EvaluationReport report;

    private Evaluator(ClassMapSource maps, TileListener listener) {
        this.maps = maps;
        this.listener = listener;
        this.report = new EvaluationReport(maps.description(), maps.temperature());
    }

    /** Scores class maps on held-out places, with nobody looking at single pictures. */
    public static EvaluationReport evaluate(HeldOutPlaces places, ClassMapSource maps) throws InterruptedException {
        return evaluate(places, maps, TileListener.NONE);
    }

    /**
     * Scores class maps on held-out places. A picture that cannot be scored is noted in the report and does not stop the
     * others.
     *
     * @param maps what is scored; stays open
     * @param listener is shown each picture
     */
    public static EvaluationReport evaluate(HeldOutPlaces places, ClassMapSource maps, TileListener listener)
            throws InterruptedException {
        Evaluator evaluator = new Evaluator(maps, listener);
        for (Catalog catalog : places.catalogs()) {
            evaluator.score(catalog, places);
        }
        return evaluator.report;
    }

    private void score(Catalog catalog, HeldOutPlaces places) throws InterruptedException {
        LabelledTiles tiles = new LabelledTiles(catalog);
        List<String> names = tiles.names().stream()
                .filter(name -> places.contains(catalog.name(), name))
                .toList();
        for (String name : names) {
            try {
                score(tiles.read(name), tiles.treePositions(name));
            } catch (InputProblem problem) {
                report.addUnreadable(catalog.name() + "/" + name, problem.getMessage());
            }
        }
        if (!names.isEmpty()) {
            LOG.info("{}: {} pictures scored", catalog.name(), names.size());
        }
    }

    private void score(LabelledTile tile, Optional<List<TreePosition>> trees) throws InterruptedException {
        ProbabilitySample sample = report.sample(tile.set());
        ConfidenceMap confidence = new ConfidenceMap(tile.width(), tile.height(), maps.temperature());
        byte[] classes = maps.classify(tile, (x, y, probabilities) -> {
            sample.offer(tile.classSets()[y * tile.width() + x], probabilities);
            confidence.pixel(x, y, probabilities);
        });
        TileScore score = TileScore.of(tile, classes, ObjectScoring.of(tile, trees, classes, confidence.values()));
        report.add(score);
        listener.scored(score, tile, classes);
    }
}
