package io.treehouse.training.retrain;

import java.util.Locale;

/** What a retraining is doing. */
public enum Stage {
    /** Waits for its process, or the process starts. */
    WAITING,
    /** Checks the new imagery and makes its plan. */
    PREPARING,
    /** Reads pictures, trains, and scores snapshots. */
    TRAINING,
    /** Adds the candidate to the registry. */
    PUBLISHING,
    /** Measures it beside the version that serves. */
    MEASURING,
    /** Has written its report. */
    DONE;

    /** The word in documents. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
