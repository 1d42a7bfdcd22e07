package io.treehouse.server.retraining;

import io.treehouse.datasets.document.Known;
import io.treehouse.server.store.JobState;
import io.treehouse.training.retrain.RetrainingProgress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A retraining as callers see it.
 *
 * @param id its name in paths
 * @param state queued, running, done, failed or cancelled
 * @param words the state in words: why it failed, or what the gate decided
 * @param stage waiting, preparing, training, publishing, measuring or done
 * @param percent how much of it is done
 * @param step steps of training done
 * @param steps steps of the training at most; 0 before it has a plan
 * @param loss mean loss of the last steps
 * @param losses how the loss went so far, in at most 200 points
 * @param scores scores of snapshots on the validation places so far
 * @param secondsLeft estimated time until the training, or then the measuring, is done
 * @param attempts how often its process was started
 * @param order what was asked for
 * @param askedBy by whom
 * @param asked when
 * @param began when its first process began
 * @param ended when it ended
 * @param report path of the report, once there is one
 */
public record RetrainingStatus(
        @Known String id,

        @Known({"queued", "running", "done", "failed", "cancelled"})
        String state,

        @Known String words,

        @Known({"waiting", "preparing", "training", "publishing", "measuring", "done"})
        String stage,

        double percent,
        int step,
        int steps,
        Double loss,
        @Known List<RetrainingProgress.Loss> losses,
        @Known List<RetrainingProgress.Score> scores,
        Long secondsLeft,
        int attempts,
        @Known RetrainingOrder order,
        @Known String askedBy,
        @Known String asked,
        String began,
        String ended,
        String report) {

    /** @param words its state in words that may be shown */
    static RetrainingStatus of(RetrainingJob job, Path folder, String words) {
        RetrainingProgress progress = RetrainingProgress.read(folder);
        return new RetrainingStatus(
                job.id(),
                job.state().word(),
                words,
                progress.stage().label(),
                progress.percent(),
                progress.step(),
                progress.steps(),
                progress.loss(),
                progress.losses(),
                progress.scores(),
                job.state().isEnd() ? null : progress.secondsLeft(),
                job.attempts(),
                job.order(),
                job.askedBy(),
                job.asked().toString(),
                job.began().map(Instant::toString).orElse(null),
                job.ended().map(Instant::toString).orElse(null),
                job.state() == JobState.DONE ? "/v1/retrainings/" + job.id() + "/report" : null);
    }

    /** Whether it will not change any more by itself. */
    public boolean hasEnded() {
        return JobState.of(state).isEnd();
    }
}
