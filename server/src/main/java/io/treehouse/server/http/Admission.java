package io.treehouse.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;

/**
 * How requests that take long get to work: each waits for its turn, and is given up when nobody waits for it any more.
 *
 * @param gate admits a bounded number
 * @param watch gives up, in the queue too
 */
record Admission(Gate gate, RequestWatch watch) {
    /** A queue of its own. */
    static Admission of(int places, int mostWaiting, Duration patience, RequestWatch watch) {
        return new Admission(new Gate(places, mostWaiting, patience), watch);
    }

    <T> T pass(HttpServletRequest request, Gate.Work<T> work) throws IOException {
        return watch.watch(request, () -> gate.pass(work));
    }
}
