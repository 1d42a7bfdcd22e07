package io.treehouse.inference.scene;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.util.concurrent.Semaphore;

/**
 * Shares a part of the Java heap among the scenes in work, in the order in which they come: whoever does not fit waits,
 * and a scene that never could is refused before it takes anything. Thread-safe.
 */
final class HeapBudget {
    private static final long UNIT_BYTES = 1 << 20;

    /** The rest of the heap is for reading, writing and the answers. */
    private static final double SHARE_OF_HEAP = 0.65;

    private final int units;
    private final Semaphore free;

    /** @param bytes what the scenes in work may hold together */
    HeapBudget(long bytes) {
        units = units(bytes);
        free = new Semaphore(units, true);
    }

    /** The budget that suits the heap of this process. */
    static HeapBudget ofProcess() {
        return new HeapBudget((long) (SHARE_OF_HEAP * Runtime.getRuntime().maxMemory()));
    }

    /**
     * Takes a part of the budget, waiting until it is free; give it back with {@link #release}.
     *
     * @throws InputProblem if it is more than the whole budget
     */
    void acquire(long bytes) throws InterruptedException {
        if (units(bytes) > units) {
            throw new InputProblem(
                    Kind.TOO_LARGE,
                    "A scene this wide needs %d MiB of memory at the model's ground sampling distance; there are %d"
                            .formatted(units(bytes), units),
                    "Cut it into narrower tiles, or give the program a larger heap (-Xmx)");
        }
        free.acquire(units(bytes));
    }

    void release(long bytes) {
        free.release(units(bytes));
    }

    private static int units(long bytes) {
        return (int) Math.min(Integer.MAX_VALUE, (bytes + UNIT_BYTES - 1) / UNIT_BYTES);
    }
}
