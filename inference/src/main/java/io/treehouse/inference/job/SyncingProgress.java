package io.treehouse.inference.job;

import io.treehouse.inference.scene.WindowProgress;
import java.util.concurrent.TimeUnit;

/** Has the journal written to the disk now and then, on the thread that has the least to do. */
final class SyncingProgress implements WindowProgress {
    /** What a machine that stops may lose. */
    private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final WindowJournal journal;
    private final WindowProgress progress;
    private long last = System.nanoTime();

    SyncingProgress(WindowJournal journal, WindowProgress progress) {
        this.journal = journal;
        this.progress = progress;
    }

    @Override
    public void windows(int done, int total) {
        long now = System.nanoTime();
        if (now - last >= PERIOD_NANOS) {
            journal.sync();
            last = now;
        }
        progress.windows(done, total);
    }
}
