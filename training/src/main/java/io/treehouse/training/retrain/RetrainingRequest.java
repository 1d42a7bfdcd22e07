package io.treehouse.training.retrain;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to retrain with.
 *
 * @param catalogs catalogues of the new imagery, at least one
 * @param version version of the model that comes out; if empty, that of the start with a number
 * @param replayShare share of the crops that come from the data of the start, 0…1, against forgetting
 * @param steps steps of the run at most
 * @param learningRate highest learning rate
 */
public record RetrainingRequest(
        List<Path> catalogs, Optional<String> version, double replayShare, int steps, double learningRate) {
    public RetrainingRequest {
        catalogs = List.copyOf(catalogs);
        if (catalogs.isEmpty() || !(replayShare >= 0 && replayShare < 1) || steps < 1 || !(learningRate > 0)) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "A retraining of %d catalogues with a replay share of %s, %d steps and a learning rate of %s makes no sense."
                            .formatted(catalogs.size(), replayShare, steps, learningRate),
                    "Give a catalogue, a share from 0 to below 1, and steps and rate above 0.");
        }
    }
}
