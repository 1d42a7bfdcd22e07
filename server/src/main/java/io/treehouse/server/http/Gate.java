package io.treehouse.server.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Admits a bounded number of requests at the same time, in the order of their arrival. Thread-safe. */
final class Gate {
    private final int size;
    private final Semaphore places;
    private final Duration patience;

    Gate(int places, Duration patience) {
        this.size = places;
        this.places = new Semaphore(places, true);
        this.patience = patience;
    }

    /** Waits for a place and works in it; ends the request with 503 when there is none in time. */
    <T> T pass(Work<T> work) throws IOException {
        if (!enter()) {
            throw new ProblemException(
                    Problem.busy("The server works on as many tiles as it can, and no place became free within "
                            + patience.toSeconds() + " s."));
        }
        try {
            return work.run();
        } finally {
            places.release();
        }
    }

    /** Requests that wait for a place. */
    int waiting() {
        return places.getQueueLength();
    }

    /** Requests that have one. */
    int working() {
        return size - places.availablePermits();
    }

    private boolean enter() {
        try {
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What is done in a place. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }
}
