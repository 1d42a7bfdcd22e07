package io.treehouse.server.jobs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.inference.classify.ServedModel;
import io.treehouse.inference.classify.TileClassification;
import io.treehouse.inference.classify.TileRequest;
import io.treehouse.inference.job.SceneJob;
import io.treehouse.inference.scene.MemoryBusyException;
import io.treehouse.model.registry.ModelId;
import io.treehouse.server.models.Lease;
import io.treehouse.server.models.VersionSource;
import io.treehouse.server.store.StoreUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that works jobs off, one after the other. */
final class JobWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);
    private static final ObjectWriter PRETTY = new ObjectMapper().writerWithDefaultPrettyPrinter();
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(20);

    private final JobTable table;
    private final JobSettings settings;
    private final VersionSource versions;
    private final JobClock clock = new JobClock();
    private final Thread thread = new Thread(this::run, "jobs");
    private String current;
    private SceneJob scene;
    private volatile int windowsDone;
    private boolean cancelled;
    private boolean closed;
    private boolean woken;
    private Instant pausedUntil = Instant.MIN;

    JobWorker(JobTable table, JobSettings settings, VersionSource versions) {
        this.table = table;
        this.settings = settings;
        this.versions = versions;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    JobFolder folder(String id) {
        return new JobFolder(settings.folder().resolve(id));
    }

    /** A job was added. */
    synchronized void wake() {
        woken = true;
        notifyAll();
    }

    /** The job with the windows that are classified by now. */
    synchronized Job live(Job job) {
        return job.id().equals(current) && job.state() == JobState.RUNNING ? job.withWindowsDone(windowsDone) : job;
    }

    JobEstimate estimate(Job job) {
        List<Job> before = new ArrayList<>();
        if (!job.state().isEnd()) {
            before.addAll(table.in(JobState.RUNNING));
        }
        if (job.state() == JobState.QUEUED) {
            before.addAll(table.in(JobState.QUEUED));
        }
        return clock.estimate(job, before.stream().map(this::live).toList());
    }

    private void run() {
        surely(() -> table.in(JobState.RUNNING).forEach(this::takeUp));
        while (!isClosed()) {
            try {
                List<Job> queued = table.in(JobState.QUEUED);
                if (queued.isEmpty() || Instant.now().isBefore(pausedUntil)) {
                    sweep();
                    await();
                } else {
                    work(queued.get(0));
                }
            } catch (StoreUnavailableException gone) {
                await();
            } catch (RuntimeException fault) {
                LOG.error("The thread that works jobs off met a fault of the program", fault);
                await();
            }
        }
    }

    /** What a killed process left: either its results were all there and only that was not noted, or it goes on. */
    private void takeUp(Job job) {
        JobFolder files = folder(job.id());
        if (Files.exists(files.answer()) && !Files.exists(files.unfinished())) {
            table.move(job.id(), JobState.RUNNING, JobState.DONE, "Classified");
            files.deleteInputs();
        } else {
            table.move(job.id(), JobState.RUNNING, JobState.QUEUED, "Goes on after the server was started again");
        }
    }

    private void sweep() {
        for (Job job : table.endedBefore(Instant.now().minus(settings.kept()))) {
            table.delete(job.id());
            folder(job.id()).delete();
            LOG.info(
                    "The job {} was kept for {} days and is gone",
                    job.id(),
                    settings.kept().toDays());
        }
    }

    private void work(Job job) {
        if (!table.move(job.id(), JobState.QUEUED, JobState.RUNNING, "Is being classified")) {
            return;
        }
        begin(job.id());
        try {
            classify(job);
            end(job, JobState.DONE, "Classified");
        } catch (InputProblem problem) {
            end(job, JobState.FAILED, inTheSendersWords(job, problem.getMessage()) + " " + problem.remedy());
        } catch (MemoryBusyException busy) {
            again(job, "Waits for memory that requests hold");
        } catch (InterruptedException stopped) {
            stopped(job);
        } catch (StoreUnavailableException gone) {
            again(job, "Goes on after the database was not to be reached");
        } catch (UncheckedIOException | IOException unwritable) {
            LOG.warn("The job {} cannot write", job.id(), unwritable);
            again(
                    job,
                    "Waits, because the results cannot be written: " + inTheSendersWords(job, unwritable.getMessage()));
        } catch (RuntimeException fault) {
            LOG.error("The job {} met a fault of the program", job.id(), fault);
            end(job, JobState.FAILED, "The program failed, and that is its own fault; its log has the cause");
        } finally {
            begin(null);
        }
    }

    private void classify(Job job) throws InterruptedException, IOException {
        JobFolder files = folder(job.id());
        Files.createDirectories(files.results());
        TileRequest request = SceneRequests.of(job.scene(), job.parameters(), files, settings);
        try (Lease lease = lease(job)) {
            ServedModel model = lease.classifier().model();
            String name = model.name() + "@" + model.version();
            table.note(job.id(), name, 0);
            try (SceneJob open = SceneJob.open(lease.classifier(), request, files.unfinished())) {
                watch(open);
                clock.begin(open.windowsFromBefore());
                TileClassification answer = open.run((done, total) -> progress(job.id(), name, done));
                open.publish(files.answer(), PRETTY.writeValueAsBytes(answer));
                open.finish();
                clock.end(job.windowsTotal());
            }
        }
    }

    /** The version that it began with, so that its windows fit together; at its beginning the one that serves. */
    private Lease lease(Job job) {
        if (job.model() == null) {
            return versions.lease();
        }
        Lease serving = versions.lease();
        ServedModel model = serving.classifier().model();
        if (job.model().equals(model.name() + "@" + model.version())) {
            return serving;
        }
        serving.close();
        return versions.lease(ModelId.parse(job.model()));
    }

    private void progress(String id, String model, int done) {
        windowsDone = done;
        try {
            if (clock.isTimeToNote()) {
                table.note(id, model, done);
            }
        } catch (StoreUnavailableException gone) {
            LOG.debug("The progress of {} is not noted; the scene goes on", id, gone);
        }
    }

    private synchronized void begin(String id) {
        current = id;
        scene = null;
        cancelled = false;
        windowsDone = 0;
    }

    private synchronized void watch(SceneJob open) {
        scene = open;
        if (cancelled || closed) {
            open.cancel();
        }
    }

    private void stopped(Job job) {
        if (isCancelled()) {
            end(job, JobState.CANCELLED, "Taken back while it was being classified");
            folder(job.id()).delete();
        } else {
            again(job, "Goes on when the server is started again");
        }
    }

    /** Ends a job that waits, or has the one that is being classified stop soon. */
    void cancel(Job job) {
        synchronized (this) {
            if (job.id().equals(current)) {
                cancelled = true;
                if (scene != null) {
                    scene.cancel();
                }
                return;
            }
        }
        if (table.move(job.id(), JobState.QUEUED, JobState.CANCELLED, "Taken back before it began")) {
            folder(job.id()).delete();
        }
    }

    private void end(Job job, JobState state, String words) {
        surely(() -> {
            table.note(job.id(), table.find(job.id()).map(Job::model).orElse(null), windowsDone);
            table.move(job.id(), JobState.RUNNING, state, words);
        });
        folder(job.id()).deleteInputs();
    }

    /** Messages name the files that were read and written; their sender does not know where they lie. */
    private String inTheSendersWords(Job job, String message) {
        return String.valueOf(message).replace(folder(job.id()).path() + "/", "");
    }

    private void again(Job job, String words) {
        if (isCancelled()) {
            end(job, JobState.CANCELLED, "Taken back while it waited");
            folder(job.id()).delete();
            return;
        }
        pausedUntil = Instant.now().plus(PAUSE);
        surely(() -> table.move(job.id(), JobState.RUNNING, JobState.QUEUED, words));
    }

    /** Notes something however long the database is away; not if the server stops, since the next start puts it right. */
    private void surely(Runnable note) {
        while (true) {
            try {
                note.run();
                return;
            } catch (StoreUnavailableException gone) {
                if (isClosed()) {
                    return;
                }
                await();
            }
        }
    }

    private synchronized boolean isCancelled() {
        return cancelled;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void await() {
        try {
            if (!closed && !woken) {
                wait(LOOK.toMillis());
            }
            woken = false;
        } catch (InterruptedException stopped) {
            closed = true;
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            if (scene != null) {
                scene.cancel();
            }
            notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
