package io.treehouse.inference.scene;

/**
 * Keeps what the network said of a scene's windows, so that a later run need not ask again. Windows have the numbers
 * 0…total − 1, in the order in which they are classified. Thread-safe.
 */
public interface WindowMemory {
    /** Remembers nothing. */
    WindowMemory NONE = new WindowMemory() {
        @Override
        public boolean holds(int window) {
            return false;
        }

        @Override
        public float[] recall(int window) {
            throw new IllegalArgumentException("Window " + window + " is not kept");
        }

        @Override
        public void keep(int window, float[] logits) {
            // Forgotten at once.
        }
    };

    /** Whether a window's logits are kept. */
    boolean holds(int window);

    /** The logits of a window that is kept, now the caller's own; of length 0 if it has no imagery. */
    float[] recall(int window);

    /**
     * Keeps a window's logits.
     *
     * @param logits not changed afterwards; of length 0 if the window has no imagery
     * @throws java.io.UncheckedIOException if they cannot be kept, for instance because the disk is full
     */
    void keep(int window, float[] logits);
}
