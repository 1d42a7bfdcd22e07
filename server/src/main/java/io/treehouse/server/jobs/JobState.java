package io.treehouse.server.jobs;

import java.util.Locale;

/** How far a job is. */
public enum JobState {
    /** Waits for those before it, or for what it needs. */
    QUEUED,
    /** Is being classified. */
    RUNNING,
    /** Its results are there. */
    DONE,
    /** Cannot be classified; its words say why. */
    FAILED,
    /** Somebody took it back. */
    CANCELLED;

    /** Whether it stays as it is. */
    public boolean isEnd() {
        return compareTo(DONE) >= 0;
    }

    /** As the database and answers call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static JobState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
