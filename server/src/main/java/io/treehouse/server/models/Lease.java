package io.treehouse.server.models;

import io.treehouse.inference.classify.TileClassifier;

/** The use of one version for one request: it stays open until the lease is closed. Belongs to one thread. */
public final class Lease implements AutoCloseable {
    private final OpenVersion version;
    private boolean closed;

    Lease(OpenVersion version) {
        this.version = version;
    }

    /** Classifies with the version; not to be closed. */
    public TileClassifier classifier() {
        return version.classifier();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            version.release();
        }
    }
}
