package io.treehouse.server.models;

import io.treehouse.inference.classify.ObservedTile;
import io.treehouse.inference.classify.TileObserver;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** Lets a test wait until the network ran over windows. */
public final class CountedWindows {
    private final Semaphore windows = new Semaphore(0);

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
            }
        });
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
