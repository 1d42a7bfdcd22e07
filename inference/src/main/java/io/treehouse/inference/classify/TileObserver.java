package io.treehouse.inference.classify;

import java.time.Duration;

/** Is told of what a classifier does, on the threads that do it. Implementations are thread-safe, and quick. */
public interface TileObserver {
    /** Looks at nothing. */
    TileObserver NONE = new TileObserver() {
        @Override
        public void tile(ObservedTile tile) {}

        @Override
        public void window(Duration duration) {}
    };

    /** A tile was classified, and its files are complete. */
    void tile(ObservedTile tile);

    /** The network ran over one window. */
    void window(Duration duration);
}
