package io.treehouse.training.retrain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How far a retraining is, as its folder tells: also while it is at work, and after its process ended. Immutable.
 *
 * @param stage what it is doing
 * @param percent how much of it is done: the training counts as four fifths, the measuring as one
 * @param step steps of training done
 * @param steps steps of the training at most
 * @param loss mean loss of the last steps; null before the first
 * @param losses how the loss went so far
 * @param scores scores of the snapshots on the validation places so far
 * @param secondsLeft estimated time until the training, or then the measuring, is done; null if nothing tells yet
 */
public record RetrainingProgress(
        Stage stage,
        double percent,
        int step,
        int steps,
        Double loss,
        List<Loss> losses,
        List<Score> scores,
        Long secondsLeft) {
    /**
     * The loss over some steps.
     *
     * @param step the last of them
     * @param loss their mean loss
     */
    public record Loss(int step, double loss) {}

    /**
     * A snapshot's score.
     *
     * @param step steps of training done
     * @param meanIou mean intersection over union on the validation places, 0…1
     */
    public record Score(int step, double meanIou) {}

    private static final double TRAINING_PERCENT = 80;
    private static final double MEASURING_PERCENT = 20;

    public RetrainingProgress {
        losses = List.copyOf(losses);
        scores = List.copyOf(scores);
    }

    /** Reads the folder of a retraining, which need not be there yet. */
    public static RetrainingProgress read(Path folder) {
        try {
            StageFile stage = StageFile.read(folder).orElse(StageFile.begun(Stage.WAITING, 0));
            Path config = folder.resolve("config.json");
            if (!Files.exists(config)) {
                return new RetrainingProgress(stage.stage(), 0, 0, 0, null, List.of(), List.of(), null);
            }
            JsonNode settings = new ObjectMapper().readTree(config.toFile());
            return of(
                    stage,
                    TrainingCurve.read(
                            folder,
                            settings.path("steps").asInt(),
                            RetrainingPlan.read(folder).limit()));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static RetrainingProgress of(StageFile stage, TrainingCurve curve) {
        double percent = switch (stage.stage()) {
            case WAITING, PREPARING, TRAINING -> TRAINING_PERCENT * curve.share();
            case PUBLISHING -> TRAINING_PERCENT;
            case MEASURING -> TRAINING_PERCENT + MEASURING_PERCENT * share(stage);
            case DONE -> TRAINING_PERCENT + MEASURING_PERCENT;
        };
        Long left = switch (stage.stage()) {
            case WAITING, PREPARING, TRAINING -> curve.secondsLeft();
            case PUBLISHING -> null;
            case MEASURING -> secondsLeft(stage);
            case DONE -> 0L;
        };
        return new RetrainingProgress(
                stage.stage(),
                Math.round(10 * percent) / 10.0,
                curve.step(),
                curve.steps(),
                curve.loss(),
                curve.losses(),
                curve.scores(),
                left);
    }

    private static double share(StageFile stage) {
        return stage.of() == 0 ? 0 : Math.min(1, (double) stage.done() / stage.of());
    }

    private static Long secondsLeft(StageFile stage) {
        if (stage.done() == 0) {
            return null;
        }
        double spent = Duration.between(stage.since(), Instant.now()).toMillis() / 1e3;
        return Math.round(Math.max(0, spent * (stage.of() - stage.done()) / stage.done()));
    }
}
