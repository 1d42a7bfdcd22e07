package io.treehouse.server.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a token allows; each scope includes those before it. */
public enum Scope {
    /** To look at models, results, jobs and metrics. */
    READ,
    /** To have tiles classified, and all that follows from them. */
    CLASSIFY,
    /** To change which models there are and which serves, and to retrain. */
    ADMIN;

    /** Whether a token of this scope may do what asks for the other. */
    public boolean includes(Scope needed) {
        return compareTo(needed) >= 0;
    }

    /** As it stands in files and messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scope of a word; empty if there is none. */
    static Optional<Scope> of(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope.word().equals(word))
                .findFirst();
    }
}
