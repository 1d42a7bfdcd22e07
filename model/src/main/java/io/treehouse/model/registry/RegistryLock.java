package io.treehouse.model.registry;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One writer at a time, among the threads of this process (a file lock belongs to a whole process) and among processes
 * (by a lock on the file {@code lock}, which the system takes back from a process that died).
 */
final class RegistryLock implements AutoCloseable {
    private static final Map<Path, ReentrantLock> OF_PROCESS = new ConcurrentHashMap<>();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 20;

    private final ReentrantLock amongThreads;
    private final FileChannel channel;

    private RegistryLock(ReentrantLock amongThreads, FileChannel channel) {
        this.amongThreads = amongThreads;
        this.channel = channel;
    }

    /**
     * Waits for the lock of a folder that exists.
     *
     * @throws InputProblem if another writer holds it for a minute
     */
    static RegistryLock acquire(Path folder) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        ReentrantLock amongThreads = OF_PROCESS.computeIfAbsent(folder.toRealPath(), path -> new ReentrantLock());
        try {
            if (!amongThreads.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy(folder);
            }
            return new RegistryLock(amongThreads, locked(folder, end, amongThreads));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for " + folder);
        }
    }

    private static FileChannel locked(Path folder, long end, ReentrantLock amongThreads)
            throws IOException, InterruptedException {
        FileChannel channel = null;
        FileLock lock = null;
        try {
            channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            while ((lock = channel.tryLock()) == null) {
                if (System.nanoTime() > end) {
                    throw busy(folder);
                }
                Thread.sleep(POLL_MILLIS);
            }
            return channel;
        } finally {
            if (lock == null) {
                if (channel != null) {
                    channel.close();
                }
                amongThreads.unlock();
            }
        }
    }

    private static InputProblem busy(Path folder) {
        return new InputProblem(
                Kind.CONFLICT,
                "Another program has been changing the registry " + folder + " for " + PATIENCE.toSeconds() + " s.",
                "Try again when it has finished.");
    }

    /** Closing the channel gives the file's lock back. */
    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            amongThreads.unlock();
        }
    }
}
