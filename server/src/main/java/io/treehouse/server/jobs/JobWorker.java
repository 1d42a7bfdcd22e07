package io.treehouse.server.jobs;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.inference.scene.MemoryBusyException;
import io.treehouse.server.models.VersionSource;
import io.treehouse.server.store.JobState;
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
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(20);

    private final JobTable table;
    private final JobSettings settings;
    private final JobClock clock = new JobClock();
    private final SceneInWork inWork = new SceneInWork();
    private final JobClassifier classifier;
    private final Thread thread = new Thread(this::run, "jobs");
    private boolean closed;
    private boolean woken;
    private Instant pausedUntil = Instant.MIN;

    JobWorker(JobTable table, JobSettings settings, VersionSource versions) {
        this.table = table;
        this.settings = settings;
        classifier = new JobClassifier(table, settings, versions, clock, inWork);
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
    Job live(Job job) {
        return inWork.live(job);
    }

    /** The job in work and those that wait, in their order. */
    List<Job> queue() {
        List<Job> queue = new ArrayList<>(table.in(JobState.RUNNING));
        queue.addAll(table.in(JobState.QUEUED));
        return queue.stream().map(this::live).toList();
    }

    /** What a job will take, as one of a queue. */
    JobEstimate estimate(Job job, List<Job> queue) {
        return clock.estimate(job, queue);
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
        // Before the state changes: whoever takes the job back finds it either waiting or here.
        inWork.begin(job.id());
        try {
            if (!table.move(job.id(), JobState.QUEUED, JobState.RUNNING, "Is being classified")) {
                return;
            }
            classifier.classify(job, folder(job.id()));
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
            inWork.end();
        }
    }

    private void stopped(Job job) {
        if (inWork.isCancelled()) {
            end(job, JobState.CANCELLED, "Taken back while it was being classified");
            folder(job.id()).delete();
        } else {
            again(job, "Goes on when the server is started again");
        }
    }

    /** Ends a job that waits, or has the one that is being classified stop soon. */
    void cancel(Job job) {
        if (inWork.cancel(job.id())) {
            return;
        }
        if (table.move(job.id(), JobState.QUEUED, JobState.CANCELLED, "Taken back before it began")) {
            folder(job.id()).delete();
        }
    }

    private void end(Job job, JobState state, String words) {
        surely(() -> {
            table.note(job.id(), table.find(job.id()).map(Job::model).orElse(null), inWork.windowsDone());
            table.move(job.id(), JobState.RUNNING, state, words);
        });
        folder(job.id()).deleteInputs();
    }

    /** Messages name the files that were read and written; their sender does not know where they lie. */
    private String inTheSendersWords(Job job, String message) {
        return String.valueOf(message).replace(folder(job.id()).path() + "/", "");
    }

    private void again(Job job, String words) {
        if (inWork.isCancelled()) {
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
            notifyAll();
        }
        inWork.close();
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
