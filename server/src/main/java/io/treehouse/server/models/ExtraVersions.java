package io.treehouse.server.models;

import io.treehouse.inference.classify.ServedModel;
import io.treehouse.inference.scene.MemoryBusyException;
import io.treehouse.model.registry.ModelId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The versions that are open beside the one that serves: a bounded number, those used last. Thread-safe. */
final class ExtraVersions {
    private final int most;
    /** The version used last stands at the end. */
    private final Map<ModelId, OpenVersion> open = new LinkedHashMap<>(4, 0.75f, true);

    /** @param most how many may be open */
    ExtraVersions(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("At least one version beside the one that serves, not " + most);
        }
        this.most = most;
    }

    synchronized Optional<Lease> lease(ModelId id) {
        return Optional.ofNullable(open.get(id)).map(OpenVersion::lease);
    }

    /** Adds a version that was just loaded, in use by its first request. */
    synchronized Lease add(OpenVersion version) {
        open.put(version.id(), version);
        return version.lease();
    }

    /** Takes a version out to let it serve. */
    synchronized Optional<OpenVersion> take(ModelId id) {
        return Optional.ofNullable(open.remove(id));
    }

    /**
     * Closes the version that was not used for longest, if there are as many as may be.
     *
     * @throws MemoryBusyException if all of them are in use
     */
    synchronized void makeRoom() {
        if (open.size() < most) {
            return;
        }
        OpenVersion idle = open.values().stream()
                .filter(OpenVersion::isIdle)
                .findFirst()
                .orElseThrow(() -> new MemoryBusyException(
                        "The server keeps up to %d versions open beside the promoted one, and all are in use"
                                .formatted(most)));
        open.remove(idle.id());
        idle.dismiss();
    }

    /** Lets go of versions; those in use are closed after their last request. */
    synchronized void dismissIf(Predicate<ModelId> condition) {
        for (OpenVersion version : List.copyOf(open.values())) {
            if (condition.test(version.id())) {
                open.remove(version.id());
                version.dismiss();
            }
        }
    }

    synchronized List<ServedModel> models() {
        List<ServedModel> models = new ArrayList<>();
        open.values().forEach(version -> models.add(version.classifier().model()));
        return models;
    }
}
