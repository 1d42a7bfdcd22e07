package io.treehouse.server.jobs;

import io.treehouse.inference.job.SceneJob;
import io.treehouse.server.store.JobState;

/** The job that is being classified: how far it is, and how it is stopped. There is one at a time, or none. Thread-safe. */
final class SceneInWork {
    private String id;
    private SceneJob scene;
    private int windowsDone;
    private boolean cancelled;
    private boolean closed;

    /** A job's turn has come. */
    synchronized void begin(String job) {
        id = job;
        scene = null;
        windowsDone = 0;
        cancelled = false;
    }

    /** None is in work any more. */
    void end() {
        begin(null);
    }

    /** The job's scene was opened; it stops at once if it was cancelled before. */
    synchronized void opened(SceneJob open) {
        scene = open;
        if (cancelled || closed) {
            open.cancel();
        }
    }

    synchronized void windows(int done) {
        windowsDone = done;
    }

    synchronized int windowsDone() {
        return windowsDone;
    }

    /** The job with the windows that are classified by now. */
    synchronized Job live(Job job) {
        return job.id().equals(id) && job.state() == JobState.RUNNING ? job.withWindowsDone(windowsDone) : job;
    }

    /** Has the job stop soon if it is in work; returns whether it is. */
    synchronized boolean cancel(String job) {
        if (!job.equals(id)) {
            return false;
        }
        cancelled = true;
        stop();
        return true;
    }

    /** Whether somebody took the job back. */
    synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Has whatever is in work stop soon, to go on another time. */
    synchronized void close() {
        closed = true;
        stop();
    }

    private void stop() {
        if (scene != null) {
            scene.cancel();
        }
    }
}
