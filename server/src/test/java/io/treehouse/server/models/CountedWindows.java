package io.treehouse.server.models;

import io.treehouse.inference.classify.ObservedTile;
import io.treehouse.inference.classify.TileObserver;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/** Lets a test wait until the network ran over windows, and has the network wait for the test. */
public final class CountedWindows {
    private final Semaphore windows = new Semaphore(0);
    private volatile CountDownLatch gate = new CountDownLatch(0);

    /** Opens classifiers whose windows count. */
    public ClassifierOpener opener(ClassifierOpener opener) {
        return (bundle, observer) -> opener.open(bundle, new TileObserver() {
            @Override
            public void tile(ObservedTile tile) {
                observer.tile(tile);
            }

            @Override
            public void window(Duration duration) {
                observer.window(duration);
                windows.release();
                pass();
            }
        });
    }

    private void pass() {
        try {
            gate.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Holds the network up after its next window, until {@link #letGo}. */
    public void hold() {
        gate = new CountDownLatch(1);
    }

    /** Has the network go on. */
    public void letGo() {
        gate.countDown();
    }

    /** Forgets the windows so far. */
    public void forget() {
        windows.drainPermits();
    }

    /** Waits until the network ran over so many windows more. */
    public void await(int count) throws InterruptedException {
        windows.acquire(count);
    }
}
