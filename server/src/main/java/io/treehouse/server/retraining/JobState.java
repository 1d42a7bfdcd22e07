package io.treehouse.server.retraining;

import java.util.Locale;

/** What has become of a retraining that was asked for. */
public enum JobState {
    /** Waits for its turn. */
    QUEUED,
    /** Its turn has come; it has a process, or gets another one. */
    RUNNING,
    /** Ended with a report and a candidate. */
    DONE,
    /** Ended without. */
    FAILED,
    /** Somebody wanted it no more. */
    CANCELLED;

    /** The word in documents and tables. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it will not change any more by itself. */
    public boolean isFinal() {
        return this != QUEUED && this != RUNNING;
    }

    static JobState of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
