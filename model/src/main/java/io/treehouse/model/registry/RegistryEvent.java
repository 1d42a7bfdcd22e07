package io.treehouse.model.registry;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One line of a registry's history.
 *
 * @param at when
 * @param action what happened
 * @param version to which version
 * @param change who did it and why
 * @param facts about the bundle; given when it is added
 * @param document name of a document in the version's folder; given when it was evaluated
 */
public record RegistryEvent(
        Instant at,
        Action action,
        ModelId version,
        Change change,
        Optional<BundleFacts> facts,
        Optional<String> document) {

    /** What can happen to a version. */
    public enum Action {
        /** It came into the registry. */
        ADDED,
        /** It was measured; the reason says with what result, the document has the figures. */
        EVALUATED,
        /** It serves from now on. */
        PROMOTED,
        /** It serves again, since the one after it was taken back. */
        ROLLED_BACK,
        /** A server could not load it and went on with the one before. */
        LOAD_FAILED,
        /** It was set aside. */
        RETIRED,
        /** Its files are gone. */
        DELETED;

        /** Published name such as {@code rolled_back}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public RegistryEvent {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(change, "change");
        if (facts.isPresent() != (action == Action.ADDED) || document.isPresent() != (action == Action.EVALUATED)) {
            throw new IllegalArgumentException("An event '" + action.label() + "' lacks or has too many details");
        }
    }

    static RegistryEvent of(Action action, ModelId version, Change change) {
        return new RegistryEvent(Instant.now(), action, version, change, Optional.empty(), Optional.empty());
    }

    static RegistryEvent added(ModelId version, Change change, BundleFacts facts) {
        return new RegistryEvent(Instant.now(), Action.ADDED, version, change, Optional.of(facts), Optional.empty());
    }

    static RegistryEvent evaluated(ModelId version, Change change, String document) {
        return new RegistryEvent(
                Instant.now(), Action.EVALUATED, version, change, Optional.empty(), Optional.of(document));
    }
}
