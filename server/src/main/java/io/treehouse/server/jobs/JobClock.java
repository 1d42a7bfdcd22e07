package io.treehouse.server.jobs;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** Measures how long windows take, to tell how long jobs will. Thread-safe. */
final class JobClock {
    /**
     * Seconds a window before anything was measured: 49 windows took 4.15 s in 8 bits on two cores of an AMD Zen 4, results
     * and objects included (docs/benchmark.md).
     */
    private static final double FIRST_GUESS = 4.15 / 49;

    /** Logits of a window of 768 pixels, at half of its height and width, five classes of four bytes. */
    private static final long WINDOW_BYTES = 384L * 384 * 5 * Float.BYTES;

    /** Class map, overviews, objects and what is shown of a window's ground, before compression. */
    private static final long RESULT_BYTES = 768L * 768 * 5;

    private static final long NOTE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private double secondsPerWindow = FIRST_GUESS;
    private long began;
    private int before;
    private long noted;

    /** A job begins. */
    synchronized void begin(int windowsFromBefore) {
        began = System.nanoTime();
        before = windowsFromBefore;
    }

    /** A job is done; the latest counts as much as all before it. */
    synchronized void end(int windows) {
        if (windows > before) {
            double seconds = (System.nanoTime() - began) / 1e9;
            secondsPerWindow = (secondsPerWindow + seconds / (windows - before)) / 2;
        }
    }

    /** Whether it is time to note the progress of the job in work. */
    synchronized boolean isTimeToNote() {
        long now = System.nanoTime();
        if (now - noted < NOTE_NANOS) {
            return false;
        }
        noted = now;
        return true;
    }

    /**
     * What a job will take.
     *
     * @param queue the job in work and those that wait in their order, up to this one or further
     */
    synchronized JobEstimate estimate(Job job, List<Job> queue) {
        double seconds = job.state().isEnd() ? 0 : windowsUpTo(job, queue) * secondsPerWindow;
        return new JobEstimate(seconds, job.windowsTotal() * (WINDOW_BYTES + RESULT_BYTES));
    }

    private static long windowsUpTo(Job job, List<Job> queue) {
        long windows = 0;
        for (Job each : queue) {
            windows += each.windowsTotal() - each.windowsDone();
            if (each.id().equals(job.id())) {
                break;
            }
        }
        return windows;
    }
}
