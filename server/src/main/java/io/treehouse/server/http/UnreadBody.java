package io.treehouse.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * The body of a request that is refused before it was read. Closing a connection on bytes that still come in resets it,
 * and the sender loses the answer that says why; so they are read and dropped, up to a limit of bytes and time. Only a few
 * are at once: slow senders must not take the threads that others are answered by.
 */
final class UnreadBody {
    private static final long MOST_BYTES = 64L << 20;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int BUFFER_BYTES = 1 << 16;
    private static final Semaphore PLACES = new Semaphore(8);

    private UnreadBody() {}

    /** Reads what is left. A sender that waits to be asked for its body (Expect) has not sent it, and is not asked. */
    static void discard(HttpServletRequest request) {
        if (request.getHeader("Expect") != null || !PLACES.tryAcquire()) {
            return;
        }
        try {
            drop(request);
        } finally {
            PLACES.release();
        }
    }

    private static void drop(HttpServletRequest request) {
        try {
            InputStream body = request.getInputStream();
            byte[] buffer = new byte[BUFFER_BYTES];
            long end = System.nanoTime() + LONGEST.toNanos();
            long dropped = 0;
            for (int n = 0; n >= 0 && dropped < MOST_BYTES && System.nanoTime() < end; dropped += n) {
                n = body.read(buffer);
            }
        } catch (IOException | RuntimeException brokenOff) {
            // The answer is on its way all the same: nothing more can be done for a sender that broke off.
            return;
        }
    }
}
