package io.treehouse.model.registry;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that a history says: the versions, which of them serves, and which did before. Immutable and thread-safe. */
public final class RegistryState {
    private final List<RegistryEvent> history;
    private final List<String> damage;
    private final Map<ModelId, ModelVersion> versions = new LinkedHashMap<>();
    /** The versions that served, the latest last; those that were rolled back or deleted are taken out. */
    private final List<ModelId> served = new ArrayList<>();

    private int switches;

    RegistryState(HistoryLines lines) {
        history = lines.events();
        damage = lines.damage();
        history.forEach(this::apply);
    }

    RegistryState(List<RegistryEvent> history) {
        this(new HistoryLines(history, List.of()));
    }

    private void apply(RegistryEvent event) {
        ModelId id = event.version();
        switch (event.action()) {
            case ADDED ->
                versions.put(
                        id,
                        new ModelVersion(
                                id,
                                ModelStatus.CANDIDATE,
                                event.facts().orElseThrow(),
                                event.at(),
                                event.change().by()));
            case PROMOTED -> {
                serve(id);
                if (served.isEmpty() || !served.get(served.size() - 1).equals(id)) {
                    served.add(id);
                }
            }
            case ROLLED_BACK -> {
                serve(id);
                served.subList(served.lastIndexOf(id) + 1, served.size()).clear();
            }
            case RETIRED -> set(id, ModelStatus.RETIRED);
            case DELETED -> {
                versions.remove(id);
                served.removeIf(id::equals);
            }
            case EVALUATED, LOAD_FAILED -> {} // the status stays
        }
    }

    private void serve(ModelId id) {
        switches++;
        findPromoted().ifPresent(before -> set(before.id(), ModelStatus.RETIRED));
        set(id, ModelStatus.PROMOTED);
    }

    private void set(ModelId id, ModelStatus status) {
        versions.computeIfPresent(id, (same, version) -> version.with(status));
    }

    /** The versions in the order in which they were added. */
    public List<ModelVersion> versions() {
        return List.copyOf(versions.values());
    }

    /** A version; empty if there is none of that name. */
    public Optional<ModelVersion> find(ModelId id) {
        return Optional.ofNullable(versions.get(id));
    }

    /** A version; {@link InputProblem} if there is none of that name. */
    public ModelVersion get(ModelId id) {
        return find(id).orElseThrow(() -> new InputProblem(
                Kind.NOT_FOUND,
                "The registry has no version " + id + ".",
                "It has " + String.join(", ", names()) + "."));
    }

    private List<String> names() {
        return versions.keySet().stream().map(ModelId::toString).toList();
    }

    /**
     * The version that serves.
     *
     * @throws InputProblem if the history is damaged: a promotion may stand in a line that cannot be read
     */
    public ModelVersion promoted() {
        requireUndamaged();
        return findPromoted().orElseThrow(() -> new IllegalStateException("No version of the registry is promoted"));
    }

    /** The version that serves as far as the history can be read; empty if that does not tell. */
    public Optional<ModelVersion> findPromoted() {
        return versions.values().stream()
                .filter(version -> version.status() == ModelStatus.PROMOTED)
                .findFirst();
    }

    /** The versions that served before the one that does, the latest first: what a rollback returns to. */
    public List<ModelId> servedBefore() {
        List<ModelId> before = new ArrayList<>(served);
        findPromoted().ifPresent(now -> before.removeIf(now.id()::equals));
        Collections.reverse(before);
        return before;
    }

    /** A version whose bundle has this hash. */
    public Optional<ModelVersion> findBySha256(String sha256) {
        return versions.values().stream()
                .filter(version -> version.facts().sha256().equals(sha256))
                .findFirst();
    }

    /** How often a version was promoted or rolled back to: grows also when the same one is promoted again. */
    public int switches() {
        return switches;
    }

    /** Lines of the history that cannot be read, each in words; empty as long as nobody and no disk changed the file. */
    public List<String> damage() {
        return damage;
    }

    /** @throws InputProblem if something that happened cannot be read */
    void requireUndamaged() {
        if (!damage.isEmpty()) {
            throw new InputProblem(
                    Kind.CONFLICT,
                    String.join(" ", damage) + " A promotion may stand there.",
                    "Name a version where one is to be used. Nothing can be changed before the line is mended or the file"
                            + " is restored from a copy.");
        }
    }

    /** Everything that happened, in order. */
    public List<RegistryEvent> history() {
        return history;
    }

    /** What happened to one version, in order; versions that were deleted still have theirs. */
    public List<RegistryEvent> history(ModelId id) {
        return history.stream().filter(event -> event.version().equals(id)).toList();
    }
}
