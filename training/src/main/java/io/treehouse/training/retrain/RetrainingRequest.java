package io.treehouse.training.retrain;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.model.registry.ModelId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to retrain with.
 *
 * @param catalogs catalogues of the new imagery, at least one
 * @param start the version to start from, and to be measured beside; if empty, the promoted one
 * @param version version of the model that comes out; if empty, that of the start with a number
 * @param replayShare share of the crops that come from the data of the start, 0…1, against forgetting
 * @param holdOut share of the places of new data sets that is held out to measure on, where the split holds out none
 * @param steps steps of the run at most
 * @param minutes minutes of the training at most, with the scoring of its snapshots; 0 for any number
 * @param learningRate highest learning rate
 */
public record RetrainingRequest(
        List<Path> catalogs,
        Optional<ModelId> start,
        Optional<String> version,
        double replayShare,
        double holdOut,
        int steps,
        double minutes,
        double learningRate) {
    /** Share of old data if nobody says otherwise. */
    public static final double DEFAULT_REPLAY_SHARE = 0.5;

    /** Share of new places held out if nobody says otherwise. */
    public static final double DEFAULT_HOLD_OUT = 0.2;

    /** Highest learning rate if nobody says otherwise. */
    public static final double DEFAULT_LEARNING_RATE = 1e-4;

    private static final int DEFAULT_STEPS = 600;
    private static final double SECONDS = 60;
    private static final int MOST_STEPS = 10_000_000;

    public RetrainingRequest {
        catalogs = List.copyOf(catalogs);
        if (catalogs.isEmpty()
                || !(replayShare >= 0 && replayShare < 1)
                || !(holdOut >= 0 && holdOut < 1)
                || steps < 1
                || steps > MOST_STEPS
                || !(minutes >= 0 && minutes < MOST_STEPS)
                || !(learningRate > 0 && learningRate <= 1)) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "A retraining of %d catalogues with a replay share of %s, %s held out, %d steps, %s minutes and a learning rate of %s makes no sense."
                            .formatted(catalogs.size(), replayShare, holdOut, steps, minutes, learningRate),
                    "Give a catalogue, shares from 0 to below 1, steps above 0, minutes or none, and a rate above 0 and up to 1.");
        }
    }

    /**
     * Steps of a run for which only minutes are given, or nothing: with minutes, more than a processor takes in them, so that
     * the time ends the run.
     */
    public static int defaultSteps(double minutes) {
        return (int) Math.min(MOST_STEPS, Math.max(DEFAULT_STEPS, SECONDS * minutes));
    }
}
