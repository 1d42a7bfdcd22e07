package io.treehouse.inference.classify;

/** Counts the calls that use a model, so that it is closed after the last of them. Thread-safe. */
final class CallsInWork implements AutoCloseable {
    private int count;
    private boolean closed;

    /**
     * A call begins; it must {@link #end}.
     *
     * @throws ModelClosedException if it comes too late
     */
    synchronized void begin() {
        if (closed) {
            throw new ModelClosedException();
        }
        count++;
    }

    synchronized void end() {
        count--;
        notifyAll();
    }

    /** Lets no more calls begin and waits for the last; an interruption does not shorten this, since the call goes on. */
    @Override
    public synchronized void close() {
        closed = true;
        boolean interrupted = false;
        while (count > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
