package io.treehouse.server.http;

import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.server.retraining.RetrainingStatus;
import io.treehouse.server.retraining.Workshop;
import io.treehouse.server.store.StoreUnavailableException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the status of retrainings to those who follow them (server-sent events, WHATWG HTML 9.2): an event {@code status} when it
 * changes, a comment when it does not so that broken connections are noticed, and the end of the stream after the last change.
 * One thread serves all of them.
 */
final class RetrainingEvents implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RetrainingEvents.class);
    private static final String MEDIA_TYPE = "text/event-stream";
    private static final int MOST_FOLLOWERS = 100;
    private static final long INTERVAL_MILLIS = 1000;

    private final Workshop workshop;
    private final Map<SseClient, Follower> followers = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "retraining-events");
        thread.setDaemon(true);
        return thread;
    });

    /** What somebody follows, and what was sent last. */
    private static final class Follower {
        private final String id;
        private RetrainingStatus last;

        Follower(String id) {
            this.id = id;
        }
    }

    RetrainingEvents(Workshop workshop) {
        this.workshop = workshop;
        clock.scheduleWithFixedDelay(this::tellAll, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Throws if there is no such retraining, or no room for another follower. */
    void admit(Context context) {
        if (!MEDIA_TYPE.equals(context.header("Accept"))) {
            throw new ProblemException(Problem.of(
                    406,
                    "not-acceptable",
                    "Not acceptable",
                    "Events come as " + MEDIA_TYPE + ", which the request does not ask for.",
                    "Send 'Accept: " + MEDIA_TYPE + "'."));
        }
        workshop.get(context.pathParam("id"));
        if (followers.size() >= MOST_FOLLOWERS) {
            throw new ProblemException(Problem.busy("Too many follow retrainings already."));
        }
    }

    /** Begins a stream. */
    void follow(SseClient client) {
        client.keepAlive();
        Follower follower = new Follower(client.ctx().pathParam("id"));
        client.onClose(() -> followers.remove(client));
        followers.put(client, follower);
        clock.execute(() -> tell(client, follower));
    }

    private void tellAll() {
        followers.forEach(this::tell);
    }

    private void tell(SseClient client, Follower follower) {
        try {
            RetrainingStatus status = workshop.get(follower.id);
            if (status.equals(follower.last)) {
                client.sendComment("as before");
                return;
            }
            client.sendEvent("status", status);
            follower.last = status;
            if (status.hasEnded()) {
                client.close();
                followers.remove(client);
            }
        } catch (StoreUnavailableException | InputProblem lost) {
            client.sendComment(lost.getMessage());
        } catch (RuntimeException fault) {
            LOG.warn("A follower of the retraining {} is lost", follower.id, fault);
            followers.remove(client);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        followers.keySet().forEach(SseClient::close);
    }
}
