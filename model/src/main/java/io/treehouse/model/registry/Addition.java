package io.treehouse.model.registry;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.model.bundle.BundleReader;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.registry.RegistryEvent.Action;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds bundles to a registry whose lock is held: the files first, then the line of history that makes them count. */
final class Addition {
    private final RegistryFolder files;
    private final History history;
    private final RegistryState state;

    Addition(RegistryFolder files, History history, RegistryState state) {
        this.files = files;
        this.history = history;
        this.state = state;
    }

    /** Adds the first version of a registry, promoted. */
    void addFirst(Path bundle, Change change) throws IOException {
        publish(bundle, Optional.empty(), change, Optional.of(Action.PROMOTED));
    }

    /** Adds a candidate. */
    ModelVersion add(Path bundle, Optional<ModelId> parent, Change change) throws IOException {
        parent.ifPresent(state::get);
        ModelId id = publish(bundle, parent, change, Optional.empty());
        return new RegistryState(history.read()).get(id);
    }

    private ModelId publish(Path bundle, Optional<ModelId> parent, Change change, Optional<Action> next)
            throws IOException {
        BundleReader.read(bundle); // says in the sender's own words what is wrong with it
        Path staged = files.stage(bundle);
        ModelBundle read = BundleReader.read(staged);
        ModelId id = ModelId.of(read.model());
        if (isHere(id, read.sha256())) {
            return id;
        }
        BundleFacts facts = new BundleFacts(read.sha256(), Files.size(staged), parent.or(() -> parentInManifest(read)));
        files.publish(id);
        List<RegistryEvent> events = new ArrayList<>();
        events.add(RegistryEvent.added(id, change, facts));
        next.ifPresent(action -> events.add(RegistryEvent.of(action, id, change)));
        history.append(events);
        return id;
    }

    /** Whether this very file is a version already; a name and version never comes to mean another file. */
    private boolean isHere(ModelId id, String sha256) {
        boolean otherBefore = state.history(id).stream()
                .flatMap(event -> event.facts().stream())
                .anyMatch(facts -> !facts.sha256().equals(sha256));
        if (otherBefore) {
            throw new InputProblem(
                    Kind.CONFLICT,
                    "The registry has, or had, another bundle as " + id + ".",
                    "Give the new model another version; versions never change.");
        }
        return state.find(id).isPresent();
    }

    private Optional<ModelId> parentInManifest(ModelBundle bundle) {
        return state.findBySha256(bundle.model().training().at("/start/sha256").asText())
                .map(ModelVersion::id);
    }
}
