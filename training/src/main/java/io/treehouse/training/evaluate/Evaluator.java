package io.treehouse.training.evaluate;

import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.catalog.Split;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.datasets.sample.LabelledTiles;
import io.treehouse.training.evaluate.calibration.ProbabilitySample;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Scores class maps against labelled places. */
public final class Evaluator {
    private static final Logger LOG = LoggerFactory.getLogger(Evaluator.class);

    private Evaluator() {}

    /**
     * Scores every picture of the chosen parts of data sets. A picture that cannot be scored is noted in the report and
     * does not stop the others.
     *
     * @param catalogs the data sets
     * @param split which pictures are of which part
     * @param parts the parts to score
     * @param maps what is scored; stays open
     */
    public static EvaluationReport evaluate(
            List<Catalog> catalogs, Split split, Set<Split.Part> parts, ClassMapSource maps)
            throws InterruptedException {
        EvaluationReport report = new EvaluationReport(maps.description(), maps.temperature());
        for (Catalog catalog : catalogs) {
            LabelledTiles tiles = new LabelledTiles(catalog);
            List<String> names = tiles.names().stream()
                    .filter(name -> parts.contains(split.partOf(catalog.name(), name)))
                    .toList();
            for (String name : names) {
                score(tiles, name, catalog.name(), maps, report);
            }
            if (!names.isEmpty()) {
                LOG.info("{}: {} pictures scored", catalog.name(), names.size());
            }
        }
        return report;
    }

    private static void score(
            LabelledTiles tiles, String name, String set, ClassMapSource maps, EvaluationReport report)
            throws InterruptedException {
        try {
            LabelledTile tile = tiles.read(name);
            ProbabilitySample sample = report.sample(set);
            byte[] classes = maps.classify(
                    tile, (x, y, probabilities) -> sample.offer(tile.classSets()[y * tile.width() + x], probabilities));
            report.add(TileScore.of(tile, classes));
        } catch (InputProblem problem) {
            report.addUnreadable(set + "/" + name, problem.getMessage());
        }
    }
}
