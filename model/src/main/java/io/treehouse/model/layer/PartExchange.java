package io.treehouse.model.layer;

import java.util.Arrays;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;

/**
 * Where the parts of a batch wait for each other between their way forward and back, since the loss is one of the whole batch. As
 * many of them compute at the same time as there are cores for. Thread-safe.
 */
final class PartExchange {
    private final LossSums[] parts;
    private final Semaphore cores;
    private final Phaser forward;
    private LossSums batch;

    /**
     * @param parts parts of a batch, each with a thread of its own
     * @param atWork how many of them may compute at the same time
     */
    PartExchange(int parts, int atWork) {
        this.parts = new LossSums[parts];
        this.cores = new Semaphore(atWork);
        this.forward = new Phaser(parts) {
            @Override
            protected boolean onAdvance(int phase, int registered) {
                batch = added();
                return false;
            }
        };
    }

    /** In the order of the parts, so that the same batch gives the same loss whatever the threads did. */
    private LossSums added() {
        LossSums sum = new LossSums();
        Arrays.stream(parts).forEach(sum::add);
        return sum;
    }

    /** Computes a part when a core is free. If that fails, all other parts fail, too. */
    void compute(Runnable part) {
        cores.acquireUninterruptibly();
        try {
            part.run();
        } catch (RuntimeException | Error failed) {
            forward.forceTermination();
            throw failed;
        } finally {
            cores.release();
        }
    }

    /** Called within {@link #compute}: gives up the core, waits for all parts, and returns the sums of the batch. */
    LossSums wholeBatch(int part, LossSums own) {
        parts[part] = own;
        cores.release();
        int phase = forward.arriveAndAwaitAdvance();
        cores.acquireUninterruptibly();
        if (phase < 0) {
            throw new IllegalStateException("Another part of the batch failed");
        }
        return batch;
    }
}
