package io.treehouse.training.retrain;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.model.registry.ModelId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a retraining has decided to do beside the configuration of its training, kept in its folder as {@code plan.json}.
 *
 * @param startName the version that it starts from
 * @param startIsNamed whether that was asked for by name
 * @param newSets names of the new data sets
 * @param minutes minutes of the training at most; 0 for any number
 */
record RetrainingPlan(
        @JsonProperty("start") String startName,
        @JsonProperty("startIsNamed") boolean startIsNamed,
        @JsonProperty("newSets") List<String> newSets,
        @JsonProperty("minutes") double minutes) {
    private static final String FILE = "plan.json";
    private static final double MILLIS = 60_000;

    RetrainingPlan {
        newSets = List.copyOf(newSets);
    }

    RetrainingPlan(ModelId start, boolean startIsNamed, List<String> newSets, double minutes) {
        this(start.toString(), startIsNamed, newSets, minutes);
    }

    static RetrainingPlan read(Path folder) throws IOException {
        return new ObjectMapper().readValue(folder.resolve(FILE).toFile(), RetrainingPlan.class);
    }

    void write(Path folder) throws IOException {
        AtomicFile.write(folder.resolve(FILE), this);
    }

    ModelId start() {
        return ModelId.parse(startName);
    }

    /** Time of the training; zero for any. */
    @JsonIgnore
    Duration limit() {
        return Duration.ofMillis((long) (minutes * MILLIS));
    }
}
