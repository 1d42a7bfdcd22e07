package io.treehouse.server.retraining;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.server.store.JobState;
import io.treehouse.server.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works off the queue in a thread of its own: one process at a time, found again if an earlier server started it, started again
 * if it ended without a word.
 */
final class WorkshopRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkshopRunner.class);

    /** Processes that one retraining gets, if they end without a word. */
    private static final int MOST_ATTEMPTS = 5;

    private static final long PAUSE_SECONDS = 5;
    private static final long LOCK_POLL_MILLIS = 500;

    private final RetrainingTable table;
    private final Path folder;
    private final Function<RetrainingJob, List<String>> command;
    private final Semaphore news = new Semaphore(0);
    private final CompletableFuture<Void> closing = new CompletableFuture<>();
    private final Thread thread = new Thread(this::run, "retrainings");

    /**
     * @param folder a folder for each retraining is made in there
     * @param command how its process is started
     */
    WorkshopRunner(RetrainingTable table, Path folder, Function<RetrainingJob, List<String>> command) {
        this.table = table;
        this.folder = folder;
        this.command = command;
        thread.setDaemon(true);
    }

    void begin() {
        thread.start();
    }

    /** Tells that the queue has changed. */
    void wake() {
        news.release();
    }

    /** Ends the process of a retraining that was cancelled; nothing is lost by force, since it can be ended at any moment. */
    void stop(RetrainingJob job) {
        job.process().flatMap(WorkerId::find).ifPresent(ProcessHandle::destroyForcibly);
        wake();
    }

    private void run() {
        boolean said = false;
        while (!closing.isDone()) {
            try {
                table.cancelledWithProcess().forEach(this::finishCancelling);
                Optional<RetrainingJob> next = table.next();
                said = false;
                if (next.isPresent()) {
                    work(next.get());
                } else {
                    pause();
                }
            } catch (StoreUnavailableException lost) {
                if (!said) {
                    LOG.warn("Retrainings wait: {}", lost.getMessage());
                    said = true;
                }
                pause();
            } catch (RuntimeException | IOException fault) {
                LOG.error("Retrainings wait after a fault", fault);
                pause();
            }
        }
    }

    private void finishCancelling(RetrainingJob job) {
        job.process().flatMap(WorkerId::find).ifPresent(ProcessHandle::destroyForcibly);
        table.processGone(job.id());
    }

    private void work(RetrainingJob job) throws IOException {
        Path own = Files.createDirectories(folder.resolve(job.id()));
        Optional<ProcessHandle> left = job.process().flatMap(WorkerId::find);
        if (left.isPresent()) {
            LOG.info(
                    "Retraining {}: its process {} is still at work",
                    job.id(),
                    left.get().pid());
            await(left.get(), job);
        } else if (isLocked(own)) {
            // An earlier server started a process, and was killed before it could note which.
            sleep(LOCK_POLL_MILLIS);
        } else if (!settle(job, own)) {
            start(job, own);
        }
    }

    private void start(RetrainingJob job, Path own) throws IOException {
        Process process;
        try {
            process = WorkerCommand.start(command.apply(job), own.resolve("log.txt"));
        } catch (InputProblem changed) {
            table.ended(job.id(), JobState.FAILED, changed.getMessage() + " " + changed.remedy());
            return;
        }
        boolean wanted;
        try {
            wanted = table.started(job.id(), WorkerId.of(process.toHandle()));
        } catch (StoreUnavailableException lost) {
            process.destroyForcibly();
            throw lost;
        }
        if (!wanted) {
            process.destroyForcibly();
            return;
        }
        LOG.info("Retraining {}: process {} begins", job.id(), process.pid());
        await(process.toHandle(), job);
    }

    /** Waits until the process or the server ends. */
    private void await(ProcessHandle process, RetrainingJob job) {
        try {
            CompletableFuture.anyOf(process.onExit(), closing).get();
        } catch (InterruptedException | ExecutionException stopped) {
            LOG.warn("Waiting for the retraining {} was interrupted", job.id());
        }
        if (process.isAlive()) {
            process.destroyForcibly();
            process.onExit().join();
            table.setBack(job.id());
        }
    }

    /** Notes what the files of a process that ended say; returns whether that is the end. */
    private boolean settle(RetrainingJob job, Path own) {
        Outcome outcome = Outcome.read(own);
        boolean askedForAgain = job.attempts() == 0 && outcome.state() == JobState.FAILED;
        if (outcome.state().isEnd() && !askedForAgain) {
            table.ended(job.id(), outcome.state(), outcome.words());
            LOG.info("Retraining {} is {}: {}", job.id(), outcome.state().word(), outcome.words());
            return true;
        }
        if (job.attempts() >= MOST_ATTEMPTS) {
            table.ended(
                    job.id(),
                    JobState.FAILED,
                    "Its process ended %d times without saying why. The end of its log: %s"
                            .formatted(job.attempts(), Outcome.endOfLog(own)));
            return true;
        }
        if (job.attempts() > 0) {
            LOG.warn("Retraining {}: its process ended without a word, and is started again", job.id());
        }
        return false;
    }

    private static boolean isLocked(Path own) throws IOException {
        try (FileChannel channel =
                        FileChannel.open(own.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        }
    }

    private void pause() {
        try {
            if (news.tryAcquire(PAUSE_SECONDS, TimeUnit.SECONDS)) {
                news.drainPermits();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the process at work, notes that it is to go on, and ends. */
    @Override
    public void close() {
        closing.complete(null);
        wake();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(2 * PAUSE_SECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
