package io.treehouse.inference.scene;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Shares a part of the Java heap among the scenes in work, in the order in which they come: whoever does not fit waits a
 * little and is then sent away, and a scene that never could is refused before it takes anything. Small scenes have a
 * part of their own, so that they never wait for the memory of large ones. Thread-safe.
 */
final class HeapBudget {
    private static final long UNIT_BYTES = 1 << 20;

    /** The rest of the heap is for reading, writing and the answers, and for what is garbage. */
    private static final double SHARE_OF_HEAP = 0.7;

    /** Of the budget, what only small scenes get. */
    private static final double SHARE_OF_SMALL = 0.125;

    /** Of their part, what the largest of the small scenes takes. */
    private static final double LARGEST_SMALL = 0.25;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Part small;
    private final Part large;
    private final Duration patience;

    /** Memory that belongs to one scene until it is closed. */
    @FunctionalInterface
    interface Share extends AutoCloseable {
        @Override
        void close();
    }

    private record Part(int units, Semaphore free) {
        static Part of(double bytes) {
            int units = HeapBudget.units((long) bytes);
            return new Part(units, new Semaphore(units, true));
        }
    }

    /** All scenes of the process share its heap, whichever model they are for. */
    private static final class OfProcess {
        private static final HeapBudget BUDGET =
                new HeapBudget((long) (SHARE_OF_HEAP * Runtime.getRuntime().maxMemory()), PATIENCE);
    }

    /**
     * @param bytes what the scenes in work may hold together
     * @param patience how long a scene waits for its part
     */
    HeapBudget(long bytes, Duration patience) {
        small = Part.of(SHARE_OF_SMALL * bytes);
        large = Part.of((1 - SHARE_OF_SMALL) * bytes);
        this.patience = patience;
    }

    /** The budget that suits the heap of this process. */
    static HeapBudget ofProcess() {
        return OfProcess.BUDGET;
    }

    /**
     * Takes a part of the budget, waiting for a while until it is free.
     *
     * @throws InputProblem if it is more than there is at all
     * @throws MemoryBusyException if it did not become free in time
     */
    Share take(long bytes) throws InterruptedException {
        int wanted = units(bytes);
        Part part = wanted <= LARGEST_SMALL * small.units() ? small : large;
        if (wanted > part.units()) {
            throw new InputProblem(
                    Kind.TOO_LARGE,
                    "A scene of this size needs %d MiB of memory for what is asked of it; there are %d"
                            .formatted(wanted, part.units()),
                    "Cut it into narrower tiles, ask for less with it, or give the program a larger heap (-Xmx)");
        }
        if (!part.free().tryAcquire(wanted, patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new MemoryBusyException(
                    "The scene needs %d of the %d MiB that scenes in work share, and within %d s they did not become free"
                            .formatted(wanted, part.units(), patience.toSeconds()));
        }
        return () -> part.free().release(wanted);
    }

    private static int units(long bytes) {
        return (int) Math.min(Integer.MAX_VALUE, (bytes + UNIT_BYTES - 1) / UNIT_BYTES);
    }
}
