package io.treehouse.server.store;

/** The database cannot be reached, opened or written now; what does not need it goes on. */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
