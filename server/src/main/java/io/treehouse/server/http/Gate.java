package io.treehouse.server.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Admits a bounded number of requests at the same time, in the order of their arrival. Each that waits holds a thread of
 * the server, so their number is bounded too: whoever comes when that is reached is sent away at once. Thread-safe.
 */
final class Gate {
    private final int size;
    private final Semaphore places;
    private final int mostWaiting;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Duration patience;

    /**
     * @param places requests that are worked on at the same time
     * @param mostWaiting requests that may wait for a place
     * @param patience how long they wait
     */
    Gate(int places, int mostWaiting, Duration patience) {
        this.size = places;
        this.places = new Semaphore(places, true);
        this.mostWaiting = mostWaiting;
        this.patience = patience;
    }

    /** Waits for a place and works in it; ends the request with 503 when too many wait already or none is free in time. */
    <T> T pass(Work<T> work) throws IOException {
        enter();
        try {
            return work.run();
        } finally {
            places.release();
        }
    }

    /** Requests that wait for a place. */
    int waiting() {
        return waiting.get();
    }

    /** Requests that have one. */
    int working() {
        return size - places.availablePermits();
    }

    private void enter() {
        try {
            // Even without time to wait this lets nobody pass those who do.
            if (!places.tryAcquire(0, TimeUnit.SECONDS)) {
                await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy("The server is stopping.");
        }
    }

    private void await() throws InterruptedException {
        try {
            if (waiting.incrementAndGet() > mostWaiting) {
                throw busy("The server works on as many requests as it can, and " + mostWaiting + " more wait.");
            }
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy("The server works on as many requests as it can, and no place became free within "
                        + patience.toSeconds() + " s.");
            }
        } finally {
            waiting.decrementAndGet();
        }
    }

    private static ProblemException busy(String detail) {
        return new ProblemException(Problem.busy(detail));
    }

    /** What is done in a place. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }
}
