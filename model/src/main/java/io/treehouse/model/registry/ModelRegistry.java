package io.treehouse.model.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.model.bundle.BundleReader;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.registry.RegistryEvent.Action;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Versions of models in a folder, of which one is promoted: the one that serves. Versions never change; what happens to
 * them is appended to a history. Readers see each change whole or not at all, writers take turns, also those of other
 * processes on the machine. While the folder does not exist the registry holds the model that ships with the program and
 * writes nothing; the first change makes the folder, with that model as its first version. Thread-safe.
 *
 * <p>Methods that change something throw {@link InputProblem} and leave everything as it was if the change makes no sense
 * in the state at hand, or cannot be written, or if a line of the history cannot be read: what a change would mean is not
 * known then.
 */
public final class ModelRegistry {
    private static final Change SHIPPED = new Change("treehouse", "ships with the program");

    private final RegistryFolder files;
    private final History history;
    private final Path shipped;

    /** A registry that begins with the model that ships. */
    public static ModelRegistry at(Path folder) {
        return new ModelRegistry(folder, ModelBundle.shippedPath());
    }

    /**
     * @param folder where it is; need not exist
     * @param first bundle that is its first version, promoted
     */
    public ModelRegistry(Path folder, Path first) {
        this.files = new RegistryFolder(folder.toAbsolutePath());
        this.history = new History(files.history());
        this.shipped = first;
    }

    /** Where it is. */
    public Path folder() {
        return files.path();
    }

    /** Whether the folder exists with at least one version: otherwise there is no more than the model that ships. */
    public boolean exists() {
        return !history.read().isEmpty();
    }

    /** What it holds now. */
    public RegistryState state() {
        HistoryLines lines = history.read();
        return lines.isEmpty() ? viewOfShipped() : new RegistryState(lines);
    }

    /** Differs after every change, by whomever; cheap to ask for. */
    public String revision() {
        return history.revision();
    }

    private RegistryState viewOfShipped() {
        ModelBundle bundle = BundleReader.read(shipped);
        try {
            return new RegistryState(firstEvents(bundle, Files.size(shipped)));
        } catch (IOException gone) {
            throw unwritable(gone);
        }
    }

    private static List<RegistryEvent> firstEvents(ModelBundle bundle, long bytes) {
        ModelId id = ModelId.of(bundle.model());
        return List.of(
                RegistryEvent.added(id, SHIPPED, new BundleFacts(bundle.sha256(), bytes, Optional.empty())),
                RegistryEvent.of(Action.PROMOTED, id, SHIPPED));
    }

    /**
     * Reads the bundle of a version, and checks that it is the one that was added.
     *
     * @throws InputProblem if there is no such version, or its file was changed since
     */
    public ModelBundle bundle(ModelId id) {
        ModelVersion version = state().get(id);
        Path file = bundleFile(id);
        ModelBundle bundle = BundleReader.read(file);
        if (!bundle.sha256().equals(version.facts().sha256())) {
            throw new InputProblem(
                    Kind.INVALID_DOCUMENT,
                    "The bundle " + file + " is not the one that was added as " + id + ".",
                    "Delete the version and add it again from its source.");
        }
        return bundle;
    }

    /** The file of a version's bundle; to be read only. */
    public Path bundleFile(ModelId id) {
        return exists() ? files.bundle(id) : shipped;
    }

    /** The file of a document that came with an evaluation. */
    public Path documentFile(ModelId id, String name) {
        return files.document(id, name);
    }

    /**
     * Adds a bundle as a candidate. Adding the same file again changes nothing.
     *
     * @param parent the version that its training started from; if empty, the one that its manifest names, if it is here
     * @return the version
     */
    public ModelVersion add(Path bundle, Optional<ModelId> parent, Change change) {
        return change(state -> new Addition(files, history, state).add(bundle, parent, change));
    }

    /** Lets a version serve. */
    public ModelVersion promote(ModelId id, Change change) {
        return append(id, Action.PROMOTED, change, state -> state.get(id));
    }

    /** Takes the last promotion back: the version that served before serves again. */
    public ModelVersion rollBack(Change change) {
        return change(state -> {
            ModelId before = state.servedBefore().stream()
                    .findFirst()
                    .orElseThrow(() -> conflict(
                            "No version served before " + state.promoted().id() + ".",
                            "Promote another one by its name."));
            return record(RegistryEvent.of(Action.ROLLED_BACK, before, change));
        });
    }

    /** Sets a version aside. */
    public ModelVersion retire(ModelId id, Change change) {
        return append(id, Action.RETIRED, change, state -> requireNotPromoted(state, id));
    }

    /** Deletes the files of a version; its history stays. */
    public void delete(ModelId id, Change change) {
        change(state -> {
            requireNotPromoted(state, id);
            history.append(List.of(RegistryEvent.of(Action.DELETED, id, change)));
            files.delete(id);
            return null;
        });
    }

    /** Notes that a server could not load a version; the reason says why. */
    public void loadFailed(ModelId id, Change change) {
        append(id, Action.LOAD_FAILED, change, state -> state.get(id));
    }

    /**
     * Keeps the figures of an evaluation of a version.
     *
     * @param change the reason is its result in words
     */
    public ModelVersion evaluated(ModelId id, Change change, JsonNode figures) {
        return change(state -> {
            state.get(id);
            long number = 1
                    + state.history(id).stream()
                            .filter(event -> event.action() == Action.EVALUATED)
                            .count();
            String document = "evaluation-" + number + ".json";
            files.write(id, document, figures);
            return record(RegistryEvent.evaluated(id, change, document));
        });
    }

    private static void requireNotPromoted(RegistryState state, ModelId id) {
        if (state.get(id).status() == ModelStatus.PROMOTED) {
            throw conflict(id + " is the version that serves.", "Promote another version first.");
        }
    }

    private static InputProblem conflict(String detail, String remedy) {
        return new InputProblem(Kind.CONFLICT, detail, remedy);
    }

    private ModelVersion append(ModelId id, Action action, Change change, Check check) {
        return change(state -> {
            check.check(state);
            return record(RegistryEvent.of(action, id, change));
        });
    }

    private ModelVersion record(RegistryEvent event) throws IOException {
        history.append(List.of(event));
        return state().get(event.version());
    }

    private <T> T change(Work<T> work) {
        try {
            Files.createDirectories(files.path());
            try (RegistryLock lock = RegistryLock.acquire(files.path())) {
                files.clear();
                if (!exists()) {
                    new Addition(files, history, new RegistryState(List.of())).addFirst(shipped, SHIPPED);
                }
                RegistryState state = state();
                state.requireUndamaged();
                return work.run(state);
            }
        } catch (IOException fault) {
            throw unwritable(fault);
        }
    }

    private InputProblem unwritable(IOException fault) {
        return new InputProblem(
                Kind.UNWRITABLE,
                "The registry " + files.path() + " cannot be changed: " + fault + ".",
                "Make room on the disk, or name a folder that this user may write to.",
                fault);
    }

    /** What is done with the lock in hand. */
    private interface Work<T> {
        T run(RegistryState state) throws IOException;
    }

    /** Throws if a change is not possible in a state. */
    private interface Check {
        void check(RegistryState state);
    }
}
