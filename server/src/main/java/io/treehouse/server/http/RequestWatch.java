package io.treehouse.server.http;

import io.treehouse.server.http.TcpConnections.Ends;
import io.treehouse.server.monitor.Metrics;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives up requests that nobody waits for: those whose client has closed its connection, and those that take longer than
 * the deadline. Their threads are interrupted, which takes them out of the queue or ends their work between two windows.
 * Work that is watched must not use the database: an embedded one loses its file when its thread is interrupted.
 * A client that only ends its side of the connection counts as gone, as with other servers. Thread-safe.
 */
final class RequestWatch implements AutoCloseable {
    private static final long LOOK_MILLIS = 250;
    /**
     * A list that is read while it changes may miss a connection once; and whoever sends half a body and no more gets the
     * answer that says so, which takes a moment.
     */
    private static final int GONE_TIMES = 2;

    private static final Logger LOG = LoggerFactory.getLogger(RequestWatch.class);

    private final Duration deadline;
    private final Metrics metrics;
    private final Set<Watched> inWork = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "request-watch");
        thread.setDaemon(true);
        return thread;
    });

    /** Whether any watched connection was ever listed: where none is, a missing one means nothing. */
    private boolean listed;

    /** Why a request is given up, as the metrics call it. */
    private enum Reason {
        CLIENT_GONE("client_gone"),
        DEADLINE("deadline");

        private final String word;

        Reason(String word) {
            this.word = word;
        }
    }

    /** @param deadline longest time of a request */
    RequestWatch(Duration deadline, Metrics metrics) {
        this.deadline = deadline;
        this.metrics = metrics;
        clock.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Does the work of a request, on the calling thread; throws a problem instead of its faults once it is given up. */
    <T> T watch(HttpServletRequest request, Gate.Work<T> work) throws IOException {
        Watched watched = new Watched(Ends.of(request));
        inWork.add(watched);
        try {
            return work.run();
        } catch (IOException | RuntimeException fault) {
            Optional<Reason> reason = watched.end();
            if (reason.isPresent()) {
                throw new ProblemException(problem(reason.get()));
            }
            throw fault;
        } finally {
            inWork.remove(watched);
            watched.end();
        }
    }

    private Problem problem(Reason reason) {
        return switch (reason) {
            case CLIENT_GONE ->
                Problem.of(
                        499,
                        "client-gone",
                        "Client gone",
                        "The client closed the connection before the answer was ready.",
                        "Keep the connection open until the answer has come; hand long work in at POST /v1/jobs.");
            case DEADLINE ->
                Problem.of(
                        503,
                        "deadline",
                        "Deadline",
                        "The request took longer than the %s s that one may.".formatted(deadline.toSeconds()),
                        "Send it again when the server has less to do, or hand it in at POST /v1/jobs, which has no deadline.");
        };
    }

    /** A fault must not end the clock: all later requests would wait for clients that are gone. */
    private void look() {
        try {
            if (!inWork.isEmpty()) {
                lookAtConnections();
            }
        } catch (RuntimeException fault) {
            LOG.warn("Whether clients are gone could not be seen this time", fault);
        }
    }

    private void lookAtConnections() {
        TcpConnections connections = TcpConnections.now();
        for (Watched watched : inWork) {
            if (isGone(watched, connections)) {
                giveUp(watched, Reason.CLIENT_GONE);
            } else if (System.nanoTime() - watched.began > deadline.toNanos()) {
                giveUp(watched, Reason.DEADLINE);
            }
        }
    }

    private boolean isGone(Watched watched, TcpConnections connections) {
        Optional<Boolean> open = connections.isOpen(watched.ends);
        listed = listed || open.isPresent();
        boolean seemsGone = open.map(isOpen -> !isOpen).orElse(listed);
        watched.goneTimes = seemsGone ? watched.goneTimes + 1 : 0;
        return watched.goneTimes >= GONE_TIMES;
    }

    private void giveUp(Watched watched, Reason reason) {
        watched.interrupt(reason, () -> metrics.givenUp(reason.word));
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    /** A request in work, on the thread that made this. */
    private static final class Watched {
        private final Ends ends;
        private final long began = System.nanoTime();
        private final Thread thread = Thread.currentThread();
        private int goneTimes;
        private Reason reason;
        private boolean ended;

        Watched(Ends ends) {
            this.ends = ends;
        }

        /** Counts before it interrupts: who sees that the request is gone sees that it was given up, too. */
        synchronized void interrupt(Reason why, Runnable count) {
            if (!ended && reason == null) {
                reason = why;
                count.run();
                thread.interrupt();
            }
        }

        /** From now on nobody interrupts the thread, which has other requests to answer. */
        synchronized Optional<Reason> end() {
            if (!ended && reason != null) {
                Thread.interrupted();
            }
            ended = true;
            return Optional.ofNullable(reason);
        }
    }
}
