package io.treehouse.server.store;

import java.util.Locale;

/** How far work is that the database keeps, such as scenes and retrainings. */
public enum JobState {
    /** Waits for those before it, or for what it needs. */
    QUEUED,
    /** Is at work, or will be again after the end of a process. */
    RUNNING,
    /** Its results are there. */
    DONE,
    /** Ended without; its words say why. */
    FAILED,
    /** Somebody took it back. */
    CANCELLED;

    /** Whether it stays as it is by itself. */
    public boolean isEnd() {
        return compareTo(DONE) >= 0;
    }

    /** As the database and answers call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of a word of the database. */
    public static JobState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
