package io.treehouse.training.retrain;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.datasets.document.AtomicFile;
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
 * @param skipped pictures of them that cannot be used, with the reason
 * @param minutes minutes of the training at most; 0 for any number
 */
record RetrainingPlan(
        @JsonProperty("start") String startName,
        @JsonProperty("startIsNamed") boolean startIsNamed,
        @JsonProperty("newSets") List<String> newSets,
        @JsonProperty("skipped") List<String> skipped,
        @JsonProperty("minutes") double minutes) {
    private static final String FILE = "plan.json";
    private static final double MILLIS = 60_000;

    RetrainingPlan {
        newSets = List.copyOf(newSets);
        skipped = List.copyOf(skipped);
    }

    static RetrainingPlan of(ModelId start, boolean startIsNamed, List<NewImagery> imagery, double minutes) {
        return new RetrainingPlan(
                start.toString(),
                startIsNamed,
                imagery.stream().map(NewImagery::set).toList(),
                imagery.stream()
                        .flatMap(found -> found.skipped().entrySet().stream()
                                .map(entry -> found.set() + "/" + entry.getKey() + ": " + entry.getValue())
                                .sorted())
                        .toList(),
                minutes);
    }

    static RetrainingPlan read(Path folder) throws IOException {
        return new ObjectMapper().readValue(folder.resolve(FILE).toFile(), RetrainingPlan.class);
    }

    void write(Path folder) throws IOException {
        AtomicFile.writeJson(folder.resolve(FILE), this);
    }

    @JsonIgnore
    ModelId start() {
        return ModelId.parse(startName);
    }

    /** Time of the training; zero for any. */
    @JsonIgnore
    Duration limit() {
        return Duration.ofMillis((long) (minutes * MILLIS));
    }
}
