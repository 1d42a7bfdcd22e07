package io.treehouse.server.jobs;

import io.treehouse.server.store.JobState;
import java.time.Instant;
import java.util.Map;

/**
 * A scene that was handed in. Immutable.
 *
 * @param id its name, which tells nothing and cannot be guessed
 * @param caller whose token handed it in; {@code someone} where nobody has to say
 * @param idempotencyKey its sender's name for it; null if it has none
 * @param parameters what its sender said of it
 * @param scene where it lies below the folder of scenes; null if it came with the request
 * @param state how far it is
 * @param words the state in a sentence
 * @param model {@code NAME@VERSION} that classifies it; null before it began
 * @param windowsDone windows that are classified
 * @param windowsTotal all of its windows
 * @param inputBytes size of what was handed in
 * @param asked when it was handed in
 * @param began when its classification began last; null before
 * @param ended when it ended; null before
 */
public record Job(
        String id,
        String caller,
        String idempotencyKey,
        Map<String, String> parameters,
        String scene,
        JobState state,
        String words,
        String model,
        int windowsDone,
        int windowsTotal,
        long inputBytes,
        Instant asked,
        Instant began,
        Instant ended) {
    public Job {
        parameters = Map.copyOf(parameters);
    }

    /** With a later count of windows than the database's. */
    Job withWindowsDone(int done) {
        return new Job(
                id,
                caller,
                idempotencyKey,
                parameters,
                scene,
                state,
                words,
                model,
                done,
                windowsTotal,
                inputBytes,
                asked,
                began,
                ended);
    }
}
