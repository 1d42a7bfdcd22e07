package io.treehouse.inference.classify;

/** The model takes no more tiles, since it is closed or waits for its last one. Nothing was begun: ask its successor. */
public final class ModelClosedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    ModelClosedException() {
        super("The model is closed");
    }
}
