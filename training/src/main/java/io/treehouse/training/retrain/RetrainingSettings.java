package io.treehouse.training.retrain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.training.fit.TrainingConfig;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The training configuration of a retraining: that of the start, with less haste and another mixture. */
final class RetrainingSettings {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> SETTINGS = Arrays.stream(TrainingConfig.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toSet());

    /** Snapshots that are scored on the validation places; three in a row that are no better end the run. */
    private static final int SNAPSHOTS = 6;

    /** Half of the run: the best snapshots come where the learning rate has come down. */
    private static final int PATIENCE = 3;

    private static final int WARMUP_SHARE = 20;
    private static final int CHECKPOINT_STEPS = 10;

    private RetrainingSettings() {}

    /** The weights of the data sets that the start was trained on; empty if its manifest does not tell. */
    static Map<String, Double> knownSets(TrainedModel start) {
        Map<String, Double> weights = new TreeMap<>();
        JsonNode sets = start.training().at("/configuration/sets");
        sets.properties()
                .forEach(set -> weights.put(set.getKey(), set.getValue().asDouble()));
        return weights;
    }

    /**
     * The weights of a mixture: known sets keep their relation and have the replay share together, new ones share the rest
     * equally.
     *
     * @throws InputProblem if old data is to be replayed and there is none
     */
    static Map<String, Double> mixture(Map<String, Double> known, List<String> fresh, double replayShare) {
        Map<String, Double> replayed = new LinkedHashMap<>(known);
        fresh.forEach(replayed::remove);
        double sum = replayed.values().stream().mapToDouble(Double::doubleValue).sum();
        if (replayShare > 0 && !(sum > 0)) {
            throw new InputProblem(
                    Kind.NOT_FOUND,
                    "None of the data that the start was trained on is here: " + known.keySet() + ".",
                    "Set TREEHOUSE_DATA to the folder that holds it, or set the replay share to 0 and let the model forget.");
        }
        Map<String, Double> weights = new LinkedHashMap<>();
        if (replayShare > 0) {
            replayed.forEach((set, weight) -> weights.put(set, replayShare * weight / sum));
        }
        fresh.forEach(set -> weights.put(set, (1 - replayShare) / fresh.size()));
        return weights;
    }

    /**
     * The settings of the run.
     *
     * @param startBundle path of the start's bundle
     * @param sets weights of the data sets
     */
    static ObjectNode of(
            TrainedModel start,
            String startBundle,
            String version,
            Map<String, Double> sets,
            RetrainingRequest request) {
        ObjectNode settings = JSON.createObjectNode();
        start.training().at("/configuration").properties().stream()
                .filter(setting -> SETTINGS.contains(setting.getKey()))
                .forEach(setting -> settings.set(setting.getKey(), setting.getValue()));
        settings.put("name", start.name()).put("version", version).put("start", startBundle);
        settings.set("sets", JSON.valueToTree(sets));
        settings.put("selfLabels", "");
        return settings.put("steps", request.steps())
                .put("stopAfterSteps", 0)
                .put("warmupSteps", request.steps() / WARMUP_SHARE)
                .put("learningRate", request.learningRate())
                .put("validationSteps", Math.max(1, request.steps() / SNAPSHOTS))
                .put("patience", PATIENCE)
                .put("checkpointSteps", CHECKPOINT_STEPS);
    }
}
