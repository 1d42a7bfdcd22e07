package io.treehouse.server.models;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.registry.ModelId;
import io.treehouse.model.registry.ModelRegistry;
import io.treehouse.model.registry.RegistryState;
import java.util.List;

/**
 * All that is known of a version.
 *
 * @param summary as in the list
 * @param temperature that scales its confidences
 * @param gsdMetres ground size of a pixel that the network sees
 * @param training manifest of its training: data sets with hashes and licences, split, configuration, seed, duration
 * @param history what happened to it, with the figures of its evaluations, by place
 */
public record VersionDetails(
        @JsonUnwrapped VersionSummary summary,
        double temperature,
        double gsdMetres,
        JsonNode training,
        List<HistoryEntry> history) {
    /**
     * All that a registry knows of a version.
     *
     * @throws io.treehouse.datasets.problem.InputProblem if there is none of that name
     */
    public static VersionDetails of(ModelRegistry registry, ModelId id) {
        RegistryState state = registry.state();
        VersionSummary summary = VersionSummary.of(state.get(id));
        ModelBundle bundle = registry.bundle(id);
        return new VersionDetails(
                summary,
                bundle.model().temperature(),
                bundle.model().input().gsdMetres(),
                bundle.model().training(),
                state.history(id).stream()
                        .map(event -> HistoryEntry.of(event, registry))
                        .toList());
    }
}
