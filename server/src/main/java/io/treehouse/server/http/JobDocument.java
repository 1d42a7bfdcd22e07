package io.treehouse.server.http;

import io.treehouse.datasets.document.Known;
import io.treehouse.server.jobs.Job;
import io.treehouse.server.jobs.JobEstimate;
import io.treehouse.server.jobs.JobFolder;
import io.treehouse.server.store.JobState;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A job as its sender sees it. What is unknown is null.
 *
 * @param id its name
 * @param state {@code queued}, {@code running}, {@code done}, {@code failed} or {@code cancelled}
 * @param words the state in a sentence
 * @param parameters what its sender said of the scene
 * @param scene the scene's path below the folder of scenes; null if it came with the request
 * @param model {@code NAME@VERSION} that classifies it; null before it begins
 * @param windowsDone windows of the network that are classified
 * @param windowsTotal all of them
 * @param percent share of the windows that are classified, 0…100
 * @param secondsLeft seconds until it will be done, those of jobs before it included, as far as can be told; null once it
 *     ended
 * @param bytesAtMost most bytes that it needs on the server's disk while it is in work, beside the scene itself
 * @param inputBytes size of what was handed in
 * @param asked when it was handed in, RFC 3339
 * @param began when its classification began last
 * @param ended when it ended
 * @param expires when it and its results are deleted
 * @param result path of what was made of it; null until it is done
 * @param links where its parts are had: {@code self}, {@code events}, and those of its result by their names
 */
record JobDocument(
        @Known String id,

        @Known({"queued", "running", "done", "failed", "cancelled"})
        String state,

        @Known String words,
        @Known Map<String, String> parameters,
        String scene,
        String model,
        int windowsDone,
        int windowsTotal,
        int percent,
        Long secondsLeft,
        long bytesAtMost,
        long inputBytes,
        @Known String asked,
        String began,
        String ended,
        String expires,
        String result,
        @Known Map<String, String> links) {
    private static final int HUNDRED = 100;

    static JobDocument of(Job job, JobEstimate estimate, JobFolder folder, Duration kept) {
        return new JobDocument(
                job.id(),
                job.state().word(),
                job.words(),
                job.parameters(),
                job.scene(),
                job.model(),
                job.windowsDone(),
                job.windowsTotal(),
                job.windowsTotal() == 0 ? 0 : HUNDRED * job.windowsDone() / job.windowsTotal(),
                job.state().isEnd() ? null : Math.round(estimate.seconds()),
                estimate.bytes(),
                job.inputBytes(),
                job.asked().toString(),
                text(job.began()),
                text(job.ended()),
                job.ended() == null ? null : job.ended().plus(kept).toString(),
                job.state() == JobState.DONE ? FinishedResult.path(job.id()) : null,
                links(job, folder));
    }

    private static Map<String, String> links(Job job, JobFolder folder) {
        String self = JobRoutes.ALL + "/" + job.id();
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", self);
        links.put("events", self + "/events");
        if (job.state() == JobState.DONE) {
            links.putAll(FinishedResults.of(job, folder).links());
        }
        return links;
    }

    private static String text(Instant time) {
        return time == null ? null : time.toString();
    }

    boolean isFinal() {
        return ended != null;
    }
}
