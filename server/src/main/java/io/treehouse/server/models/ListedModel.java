package io.treehouse.server.models;

import io.treehouse.datasets.document.Known;
import io.treehouse.inference.classify.ServedModel;
import io.treehouse.model.registry.RegistryState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A version in the server's list of models.
 *
 * @param status {@code promoted}, {@code candidate}, {@code retired}; {@code unregistered} for a bundle that the server
 *     was started with and the registry does not have
 * @param serving whether it answers requests that name no model
 * @param bytes size of the bundle; null if unregistered
 * @param parent NAME@VERSION that its training started from; null if not known
 * @param addedAt when it was added, ISO 8601 in UTC; null if unregistered
 * @param problem why the promoted version does not serve; null for all others
 * @param gsdMetres ground size of a pixel that the network sees; this and what follows is null while the version is not open
 * @param windowPixels side of the largest window of a scene
 * @param overlapPixels pixels that neighbouring windows share at least
 * @param engine what computes
 * @param precision arithmetic of the convolutions
 * @param processor name of the processor
 * @param instructionSet its vector instructions
 * @param workers windows classified at the same time
 */
public record ListedModel(
        @Known String name,
        @Known String version,
        @Known String sha256,

        @Known({"promoted", "candidate", "retired", "unregistered"})
        String status,

        boolean serving,
        Long bytes,
        String parent,
        String addedAt,
        String addedBy,
        String problem,
        Double gsdMetres,
        Integer windowPixels,
        Integer overlapPixels,
        String engine,
        String precision,
        String processor,
        String instructionSet,
        Integer workers) {

    /** All versions of a registry and what else a server has open: the one that serves first. */
    public static List<ListedModel> all(RegistryState state, ServedVersions versions) {
        ServedModel serving = versions.serving();
        List<ServedModel> open = versions.open();
        List<ListedModel> listed = new ArrayList<>();
        state.versions().forEach(version -> {
            VersionSummary summary = VersionSummary.of(version);
            Optional<ServedModel> own = open.stream()
                    .filter(model -> model.sha256().equals(summary.sha256()))
                    .findFirst();
            boolean serves = summary.sha256().equals(serving.sha256());
            listed.add(serves ? 0 : listed.size(), of(summary, serves, own, versions.problem()));
        });
        boolean registered = listed.stream().anyMatch(ListedModel::serving);
        if (!registered) {
            listed.add(0, unregistered(serving));
        }
        return listed;
    }

    private static ListedModel of(
            VersionSummary summary, boolean serves, Optional<ServedModel> open, Optional<String> problem) {
        return new ListedModel(
                summary.name(),
                summary.version(),
                summary.sha256(),
                summary.status(),
                serves,
                summary.bytes(),
                summary.parent(),
                summary.addedAt(),
                summary.addedBy(),
                summary.status().equals("promoted") ? problem.orElse(null) : null,
                open.map(ServedModel::gsdMetres).orElse(null),
                open.map(ServedModel::windowPixels).orElse(null),
                open.map(ServedModel::overlapPixels).orElse(null),
                open.map(ServedModel::engine).orElse(null),
                open.map(ServedModel::precision).orElse(null),
                open.map(ServedModel::processor).orElse(null),
                open.map(ServedModel::instructionSet).orElse(null),
                open.map(ServedModel::workers).orElse(null));
    }

    private static ListedModel unregistered(ServedModel model) {
        return new ListedModel(
                model.name(),
                model.version(),
                model.sha256(),
                "unregistered",
                true,
                null,
                null,
                null,
                null,
                null,
                model.gsdMetres(),
                model.windowPixels(),
                model.overlapPixels(),
                model.engine(),
                model.precision(),
                model.processor(),
                model.instructionSet(),
                model.workers());
    }
}
