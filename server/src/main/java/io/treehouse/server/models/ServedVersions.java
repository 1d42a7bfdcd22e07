package io.treehouse.server.models;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.inference.classify.ServedModel;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.registry.Change;
import io.treehouse.model.registry.ModelId;
import io.treehouse.model.registry.ModelRegistry;
import io.treehouse.model.registry.RegistryState;
import io.treehouse.server.monitor.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The versions that a server has open: the promoted one, which answers by default, and a few that requests asked for by
 * name. When another version is promoted it is loaded and warmed beside the present one; then requests that begin get the
 * new one, those in work finish with the old one, and the old one is closed after the last of them. A version that cannot
 * be loaded leaves the present one in place. Thread-safe: no request waits for a promotion, except those that ask for a
 * version that is not open.
 */
public final class ServedVersions implements VersionSource, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServedVersions.class);

    private final ModelRegistry registry;
    private final ClassifierOpener opener;
    private final ExtraVersions extras;
    private final boolean pinned;
    private final Traffic traffic = new Traffic();

    /** Held while versions are loaded and changed; {@code this} only for the moment in which they change place. */
    private final Object loading = new Object();

    private int seenSwitches;
    private OpenVersion current;
    private String problem;

    private ServedVersions(
            ModelRegistry registry, ClassifierOpener opener, int extraVersions, Optional<ModelBundle> pin) {
        this.registry = registry;
        this.opener = opener;
        this.extras = new ExtraVersions(extraVersions);
        this.pinned = pin.isPresent();
        RegistryState state = registry.state();
        isDamaged(state);
        seenSwitches = state.switches();
        current = pin.map(this::opened).orElseGet(() -> loadPromotedOrBefore(state));
    }

    /**
     * Opens the promoted version; if that fails, the one that served before.
     *
     * @param extraVersions most versions open beside the one that serves
     * @throws InputProblem if none of them can be loaded
     */
    public static ServedVersions open(ModelRegistry registry, ClassifierOpener opener, int extraVersions) {
        return new ServedVersions(registry, opener, extraVersions, Optional.empty());
    }

    /**
     * Serves one model whatever the registry promotes; others can be asked for.
     *
     * @param bundle the model; need not be in the registry
     */
    public static ServedVersions pinned(
            ModelBundle bundle, ModelRegistry registry, ClassifierOpener opener, int extraVersions) {
        return new ServedVersions(registry, opener, extraVersions, Optional.of(bundle));
    }

    private OpenVersion loadPromotedOrBefore(RegistryState state) {
        List<ModelId> candidates = new ArrayList<>();
        state.findPromoted().ifPresent(version -> candidates.add(version.id()));
        candidates.addAll(state.servedBefore());
        if (candidates.isEmpty()) {
            candidates.add(state.promoted().id()); // says why there is none
        }
        RuntimeException first = null;
        for (ModelId id : candidates) {
            try {
                return load(id);
            } catch (RuntimeException fault) {
                first = first == null ? fault : first;
                noteFailure(id, fault);
            }
        }
        throw first;
    }

    @Override
    public synchronized Lease lease() {
        return current.lease();
    }

    @Override
    public Lease lease(ModelId id) {
        return leaseIfOpen(id).orElseGet(() -> {
            synchronized (loading) {
                return leaseIfOpen(id).orElseGet(() -> loadAsExtra(id));
            }
        });
    }

    private synchronized Optional<Lease> leaseIfOpen(ModelId id) {
        return current.id().equals(id) ? Optional.of(current.lease()) : extras.lease(id);
    }

    private Lease loadAsExtra(ModelId id) {
        registry.state().get(id);
        extras.makeRoom();
        OpenVersion loaded;
        try {
            loaded = load(id);
        } catch (InputProblem fault) {
            LOG.error("The version {} cannot be loaded", id, fault);
            throw new InputProblem(
                    InputProblem.Kind.CONFLICT,
                    "The version " + id + " cannot be loaded; the server's log says why.",
                    "Ask for another version, or delete this one and add it again.",
                    fault);
        }
        synchronized (this) {
            return extras.add(loaded);
        }
    }

    private OpenVersion load(ModelId id) {
        return opened(registry.bundle(id));
    }

    private OpenVersion opened(ModelBundle bundle) {
        return new OpenVersion(ModelId.of(bundle.model()), opener.open(bundle, traffic.of(bundle)));
    }

    /**
     * Does what the registry says: switches to the version that is promoted now, closes those that were deleted. While a
     * line of the history cannot be read, what serves goes on.
     */
    public void follow() {
        synchronized (loading) {
            RegistryState state = registry.state();
            if (isDamaged(state)) {
                return;
            }
            extras.dismissIf(id -> state.find(id).isEmpty());
            if (state.switches() != seenSwitches && !pinned) {
                seenSwitches = state.switches();
                switchTo(state.promoted().id());
            }
        }
    }

    /** Whether a promotion may stand in a line that cannot be read; the log says in which. */
    private boolean isDamaged(RegistryState state) {
        if (state.damage().isEmpty()) {
            return false;
        }
        LOG.error(
                "Another version may be promoted than the one that serves: {} Mend {}",
                String.join(" ", state.damage()),
                registry.folder().resolve("history.jsonl"));
        return true;
    }

    private void switchTo(ModelId id) {
        if (current.id().equals(id)) {
            tell(null);
            return;
        }
        try {
            exchange(extras.take(id).orElseGet(() -> load(id)));
        } catch (RuntimeException | OutOfMemoryError fault) {
            noteFailure(id, fault);
        }
    }

    private void exchange(OpenVersion next) {
        OpenVersion before;
        synchronized (this) {
            before = current;
            current = next;
            problem = null;
        }
        LOG.info("{} serves; {} finishes what it has in work", next.id(), before.id());
        before.dismiss();
    }

    private void noteFailure(ModelId id, Throwable fault) {
        LOG.error("The version {} cannot be loaded; what served before goes on", id, fault);
        tell("The promoted version " + id + " cannot be loaded: " + fault.getMessage());
        if (registry.exists()) {
            try {
                registry.loadFailed(id, new Change("server", String.valueOf(fault.getMessage())));
            } catch (InputProblem notWritable) {
                LOG.warn("The registry cannot record that", notWritable);
            }
        }
    }

    private synchronized void tell(String words) {
        problem = words;
    }

    /** Why the promoted version does not serve; empty if it does, or the server was told to serve another. */
    public synchronized Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** What the versions classified. */
    public Traffic traffic() {
        return traffic;
    }

    /** The model that serves. */
    public synchronized ServedModel serving() {
        return current.classifier().model();
    }

    /** All that are open, the one that serves first. */
    public synchronized List<ServedModel> open() {
        List<ServedModel> open = new ArrayList<>(List.of(serving()));
        open.addAll(extras.models());
        return open;
    }

    /** Closes each version as soon as no request uses it any more; to be called when none comes in. */
    @Override
    public void close() {
        synchronized (loading) {
            extras.dismissIf(id -> true);
            current.dismiss();
        }
    }
}
