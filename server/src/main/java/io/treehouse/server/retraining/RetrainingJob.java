package io.treehouse.server.retraining;

import io.treehouse.server.store.JobState;
import java.time.Instant;
import java.util.Optional;

/**
 * A retraining that was asked for, as the database has it.
 *
 * @param id its name in paths
 * @param order what was asked for
 * @param askedBy by whom
 * @param state what has become of it
 * @param words the state in words
 * @param attempts how often its process was started
 * @param process process at work, if there is or was one
 * @param asked when it was asked for
 * @param began when its first process began
 * @param ended when its state became final
 */
record RetrainingJob(
        String id,
        RetrainingOrder order,
        String askedBy,
        JobState state,
        String words,
        int attempts,
        Optional<WorkerId> process,
        Instant asked,
        Optional<Instant> began,
        Optional<Instant> ended) {}
