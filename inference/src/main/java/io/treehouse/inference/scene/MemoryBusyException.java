package io.treehouse.inference.scene;

/** The memory that a scene needs is held by other scenes; it may be segmented when they are done. */
public final class MemoryBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message how much is needed, and how much there is */
    public MemoryBusyException(String message) {
        super(message);
    }
}
