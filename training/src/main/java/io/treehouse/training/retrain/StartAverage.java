package io.treehouse.training.retrain;

import io.treehouse.model.bundle.BundleReader;
import io.treehouse.model.bundle.BundleWriter;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.bundle.NumberType;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.engine.EngineOptions;
import io.treehouse.training.evaluate.Calibrator;
import io.treehouse.training.evaluate.Evaluator;
import io.treehouse.training.evaluate.HeldOutPlaces;
import io.treehouse.training.evaluate.ModelClassMaps;
import io.treehouse.training.fit.ModelAverage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.OptionalDouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what the start knew: a model that was trained on forgets some of it, and the average of its weights and the start's
 * keeps most of both (Wortsman et al. 2022, Robust fine-tuning of zero-shot models). How much of each, the validation places
 * decide.
 */
final class StartAverage {
    private static final Logger LOG = LoggerFactory.getLogger(StartAverage.class);

    /** Shares of the trained model; 1 is that model itself, which wins where nothing is better. */
    private static final double[] SHARES = {1, 0.7, 0.5, 0.3};

    /** Says how good a model is; empty if there is nothing to measure it on. */
    @FunctionalInterface
    interface Scorer {
        OptionalDouble score(ModelBundle model) throws InterruptedException;
    }

    private StartAverage() {}

    /**
     * The best of the trained model and its averages with the start by the validation places, calibrated.
     *
     * @param start the model that was started from
     * @param trained the calibrated bundle that came out
     * @param places validation places, old and new
     * @param folder for averages in work
     * @return the bundle of the best: {@code trained} or one in {@code folder}
     */
    static Path best(ModelBundle start, Path trained, HeldOutPlaces places, Path folder)
            throws IOException, InterruptedException {
        Path best = best(start, trained, folder, model -> score(model, places));
        if (!best.equals(trained)) {
            Calibrator.calibrate(BundleReader.read(best), places, EngineOptions.defaults())
                    .ifPresent(calibrated -> BundleWriter.write(best, calibrated, NumberType.F16));
        }
        return best;
    }

    /** The best by any scorer, not calibrated. */
    static Path best(ModelBundle start, Path trained, Path folder, Scorer scorer)
            throws IOException, InterruptedException {
        ModelBundle learned = BundleReader.read(trained);
        Path candidate = folder.resolve("average.zip");
        Path kept = folder.resolve("average-best.zip");
        Path best = trained;
        double bestScore = Double.NEGATIVE_INFINITY;
        for (double share : SHARES) {
            if (share < 1) {
                TrainedModel average =
                        ModelAverage.of(start, learned, share, learned.model().version());
                BundleWriter.write(candidate, average, NumberType.F16);
            }
            OptionalDouble score = scorer.score(share < 1 ? BundleReader.read(candidate) : learned);
            if (score.isEmpty()) {
                return trained;
            }
            LOG.info("Share {} of what was learned: mean IoU {} on the validation places", share, score.getAsDouble());
            if (score.getAsDouble() > bestScore) {
                bestScore = score.getAsDouble();
                best = share < 1 ? Files.copy(candidate, kept, StandardCopyOption.REPLACE_EXISTING) : trained;
            }
        }
        return best;
    }

    private static OptionalDouble score(ModelBundle model, HeldOutPlaces places) throws InterruptedException {
        try (ModelClassMaps maps = ModelClassMaps.open(model, EngineOptions.defaults())) {
            return Evaluator.evaluate(places, maps).meanIntersectionOverUnion();
        }
    }
}
