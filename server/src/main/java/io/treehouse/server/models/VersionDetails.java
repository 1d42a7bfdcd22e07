package io.treehouse.server.models;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.treehouse.inference.drift.Drift;
import io.treehouse.model.bundle.FineLook;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.registry.ModelId;
import io.treehouse.model.registry.ModelRegistry;
import io.treehouse.model.registry.RegistryState;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of a version.
 *
 * @param summary as in the list
 * @param temperature that scales its confidences
 * @param gsdMetres ground size of a pixel that the network sees
 * @param fineLooks finer grids that it also sees scenes with fine pixels on, with their shares in the answer
 * @param training manifest of its training: data sets with hashes and licences, split, configuration, seed, duration
 * @param accuracy how accurate it is by data set, from the counts of pixels that its bundle keeps; empty if it keeps none
 * @param drift how far the tiles that it classified since the server started are from its reference; null if it was not
 *     opened
 * @param history what happened to it, with the figures of its evaluations, by place
 */
public record VersionDetails(
        @JsonUnwrapped VersionSummary summary,
        double temperature,
        double gsdMetres,
        List<FineLook> fineLooks,
        JsonNode training,
        List<KeptAccuracy> accuracy,
        Drift drift,
        List<HistoryEntry> history) {
    /**
     * All that is known of a version.
     *
     * @param drift of the tiles that it classified; empty if nobody has looked
     * @throws io.treehouse.datasets.problem.InputProblem if there is none of that name
     */
    public static VersionDetails of(ModelRegistry registry, ModelId id, Optional<Drift> drift) {
        RegistryState state = registry.state();
        VersionSummary summary = VersionSummary.of(state.get(id));
        ModelBundle bundle = registry.bundle(id);
        return new VersionDetails(
                summary,
                bundle.model().temperature(),
                bundle.model().input().gsdMetres(),
                bundle.model().input().fineLooks(),
                bundle.model().training(),
                KeptAccuracy.of(bundle.model().errors()),
                drift.orElse(null),
                state.history(id).stream()
                        .map(event -> HistoryEntry.of(event, registry))
                        .toList());
    }
}
