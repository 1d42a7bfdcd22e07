package io.treehouse.server.cli;

import io.treehouse.inference.job.SceneJob;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command end in order when the process is told to stop (SIGTERM, Ctrl-C): the job in work is cancelled, and the
 * process waits until the command has closed this.
 */
final class StopSignal implements AutoCloseable {
    /** After that the process ends all the same. */
    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop-signal");
    private SceneJob inWork;
    private boolean stopped;

    StopSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** From now on this job is the one to cancel. */
    synchronized void watch(SceneJob job) {
        inWork = job;
        if (stopped) {
            job.cancel();
        }
    }

    private void stop() {
        synchronized (this) {
            stopped = true;
            if (inWork != null) {
                inWork.cancel();
            }
        }
        try {
            over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyStopping) {
            // The hook waits for this call and ends now.
        }
    }
}
