package io.treehouse.server.models;

import io.treehouse.inference.classify.TileClassifier;
import io.treehouse.model.registry.ModelId;

/**
 * A version whose engines are open, and how many use it. It is closed when it was dismissed and the last user has left, by
 * whichever comes last. Thread-safe; whoever takes a lease makes sure that it was not dismissed before.
 */
final class OpenVersion {
    private final ModelId id;
    private final TileClassifier classifier;
    private int users;
    private boolean dismissed;

    OpenVersion(ModelId id, TileClassifier classifier) {
        this.id = id;
        this.classifier = classifier;
    }

    ModelId id() {
        return id;
    }

    TileClassifier classifier() {
        return classifier;
    }

    synchronized Lease lease() {
        if (dismissed) {
            throw new IllegalStateException("The version " + id + " was dismissed");
        }
        users++;
        return new Lease(this);
    }

    synchronized boolean isIdle() {
        return users == 0;
    }

    /** Gives a lease back. */
    void release() {
        boolean last;
        synchronized (this) {
            users--;
            last = dismissed && users == 0;
        }
        if (last) {
            classifier.close();
        }
    }

    /** Lets nobody in any more and closes the engines as soon as nobody uses them. */
    void dismiss() {
        boolean unused;
        synchronized (this) {
            unused = !dismissed && users == 0;
            dismissed = true;
        }
        if (unused) {
            classifier.close();
        }
    }
}
