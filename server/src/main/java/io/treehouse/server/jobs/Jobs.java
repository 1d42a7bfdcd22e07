package io.treehouse.server.jobs;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.inference.classify.MapZones;
import io.treehouse.inference.classify.ScenePlan;
import io.treehouse.inference.classify.TileRequest;
import io.treehouse.inference.zone.ZoneCover;
import io.treehouse.model.registry.ModelId;
import io.treehouse.server.models.Lease;
import io.treehouse.server.models.VersionSource;
import io.treehouse.server.store.JobState;
import io.treehouse.server.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The scenes that were handed in: takes new ones, tells how far each is, and takes them back. One thread works them off in
 * their order, beside the tiles of requests, with which it shares the engines window by window. What is in the database
 * and in the jobs' folders survives the end of the process. Thread-safe.
 */
public final class Jobs implements AutoCloseable {
    private final JobTable table;
    private final JobSettings settings;
    private final VersionSource versions;
    private final JobWorker worker;

    /**
     * Begins to work off what is left from before.
     *
     * @param store the database; stays open
     * @param versions the models; stay open
     */
    public Jobs(Store store, JobSettings settings, VersionSource versions) {
        this.settings = settings;
        this.versions = versions;
        table = new JobTable(store, settings.folder().toAbsolutePath().toString());
        worker = new JobWorker(table, settings, versions);
        worker.start();
    }

    /** What jobs may take. */
    public JobSettings settings() {
        return settings;
    }

    /** Where the files of a job lie, or will. */
    public JobFolder folder(String id) {
        return worker.folder(id);
    }

    /** Whether as many jobs wait as may. */
    public boolean isFull() {
        return table.in(JobState.QUEUED).size() >= settings.mostQueued();
    }

    /**
     * Bytes that a scene may have now.
     *
     * @throws InputProblem if nothing is left
     */
    public long bytesLeft() {
        long left = settings.quotaBytes() - JobFolder.bytes(settings.folder());
        if (left <= 0) {
            throw new InputProblem(
                    Kind.UNWRITABLE,
                    "The scenes of jobs take all the room that they may",
                    "DELETE jobs whose results you have, or wait until some ended");
        }
        return left;
    }

    /** The job that a caller handed in under a name of its own. */
    public Optional<Job> byKey(String caller, String idempotencyKey) {
        return table.findByKey(caller, idempotencyKey);
    }

    /**
     * Takes a scene whose files are in the job's folder.
     *
     * @param scene the scene's path below the folder of scenes; null if it came with the request
     * @throws InputProblem if it cannot be classified as it is; nothing is kept in the database then
     */
    public Job submit(String id, String caller, String idempotencyKey, String scene, Map<String, String> parameters) {
        ScenePlan plan = plan(SceneRequests.of(scene, parameters, folder(id), settings), parameters.get("model"));
        Job job = new Job(
                id,
                caller,
                idempotencyKey,
                parameters,
                scene,
                JobState.QUEUED,
                "Waits for its turn",
                parameters.get("model"),
                0,
                plan.windows(),
                JobFolder.bytes(folder(id).path()),
                Instant.now(),
                null,
                null);
        table.insert(job);
        worker.wake();
        return job;
    }

    private ScenePlan plan(TileRequest request, String model) {
        try (Lease lease = model == null ? versions.lease() : versions.lease(ModelId.parse(model))) {
            return lease.classifier().plan(request);
        }
    }

    /** A job as it is now. */
    public Optional<Job> find(String id) {
        return table.find(id).map(worker::live);
    }

    /** The latest jobs, the newest first. */
    public List<Job> latest(int most) {
        return table.latest(most).stream().map(worker::live).toList();
    }

    /** The job in work and those that wait, in their order. */
    public List<Job> queue() {
        return worker.queue();
    }

    /**
     * About how long a job will take from now on.
     *
     * @param queue of which it is one, unless it ended
     */
    public JobEstimate estimate(Job job, List<Job> queue) {
        return worker.estimate(job, queue);
    }

    /**
     * The figures of zones on the class map of a job that is done, by what is known of the model that made it.
     *
     * @throws InputProblem if the zones cannot be used, or not with this map
     */
    public List<ZoneCover> zones(Job job, Path polygons) {
        JobFolder folder = folder(job.id());
        try (Lease lease = versions.lease(ModelId.parse(job.model()))) {
            return MapZones.count(
                    folder.classMap(),
                    folder.display(),
                    polygons,
                    lease.classifier().errors());
        }
    }

    /** A result of a job by its file's name; empty if there is none. */
    public Optional<Path> result(String id, String name) {
        return folder(id).resultFiles().stream()
                .filter(file -> file.getFileName().toString().equals(name))
                .findFirst();
    }

    /**
     * Takes a job back: one that waits or is being classified ends, one that ended is forgotten with its results.
     *
     * @return the job as it is now; empty if it is gone
     */
    public Optional<Job> remove(Job job) {
        if (job.state().isEnd()) {
            table.delete(job.id());
            folder(job.id()).delete();
            return Optional.empty();
        }
        worker.cancel(job);
        return find(job.id());
    }

    /** Makes the folder for what comes with a request. */
    public Path prepare(String id) {
        try {
            return Files.createDirectories(folder(id).inputs());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Stops the work, which goes on at the next start, and waits for its thread. */
    @Override
    public void close() {
        worker.close();
    }
}
