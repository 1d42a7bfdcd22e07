package io.treehouse.inference.scene;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Shares a part of the Java heap among the scenes in work, in the order in which they come: whoever does not fit waits a
 * little and is then sent away, and a scene that never could is refused before it takes anything. Thread-safe.
 */
final class HeapBudget {
    private static final long UNIT_BYTES = 1 << 20;

    /** The rest of the heap is for reading, writing and the answers. */
    private static final double SHARE_OF_HEAP = 0.65;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final int units;
    private final Semaphore free;
    private final Duration patience;

    /**
     * @param bytes what the scenes in work may hold together
     * @param patience how long a scene waits for its part
     */
    HeapBudget(long bytes, Duration patience) {
        units = units(bytes);
        free = new Semaphore(units, true);
        this.patience = patience;
    }

    /** The budget that suits the heap of this process. */
    static HeapBudget ofProcess() {
        return new HeapBudget((long) (SHARE_OF_HEAP * Runtime.getRuntime().maxMemory()), PATIENCE);
    }

    /**
     * Takes a part of the budget, waiting for a while until it is free; give it back with {@link #release}.
     *
     * @throws InputProblem if it is more than the whole budget
     * @throws MemoryBusyException if it did not become free in time
     */
    void acquire(long bytes) throws InterruptedException {
        if (units(bytes) > units) {
            throw new InputProblem(
                    Kind.TOO_LARGE,
                    "A scene this wide needs %d MiB of memory at the model's ground sampling distance; there are %d"
                            .formatted(units(bytes), units),
                    "Cut it into narrower tiles, or give the program a larger heap (-Xmx)");
        }
        if (!free.tryAcquire(units(bytes), patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new MemoryBusyException(
                    "The scene needs %d of the %d MiB that all scenes in work share, and within %d s they did not become free"
                            .formatted(units(bytes), units, patience.toSeconds()));
        }
    }

    void release(long bytes) {
        free.release(units(bytes));
    }

    private static int units(long bytes) {
        return (int) Math.min(Integer.MAX_VALUE, (bytes + UNIT_BYTES - 1) / UNIT_BYTES);
    }
}
