package io.treehouse.training.retrain;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.model.bundle.TrainedModel;
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
        require(!catalogs.isEmpty(), "names nothing new to train on", "Name catalogues, or train on feedback.");
        require(isShare(replayShare), "replays a share of " + replayShare, "Give a share from 0 to below 1.");
        require(isShare(holdOut), "holds out a share of " + holdOut, "Give a share from 0 to below 1.");
        require(steps >= 1 && steps <= MOST_STEPS, "has " + steps + " steps", "Give 1 to " + MOST_STEPS + ".");
        require(minutes >= 0 && minutes < MOST_STEPS, "has " + minutes + " minutes", "Give some, or 0 for any number.");
        require(
                learningRate > 0 && learningRate <= 1,
                "has a learning rate of " + learningRate,
                "Give one above 0 and up to 1; 1e-4 is usual.");
        require(
                version.isEmpty() || TrainedModel.isIdentifier(version.get()),
                "makes a version '" + version.orElse("") + "'",
                "Give letters, digits, dots, hyphens and underscores, beginning with a letter or digit.");
    }

    private static boolean isShare(double share) {
        return share >= 0 && share < 1;
    }

    private static void require(boolean holds, String otherwise, String remedy) {
        if (!holds) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "The retraining that was asked for " + otherwise + ", which makes no sense.",
                    remedy);
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
