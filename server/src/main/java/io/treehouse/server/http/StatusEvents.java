package io.treehouse.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.server.store.StoreUnavailableException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the status of long work to those who follow it (server-sent events, WHATWG HTML 9.2): an event {@code status} when
 * it changes, a comment when it does not, so that broken connections are noticed, and the end of the stream after the last
 * change. One thread serves all followers.
 *
 * @param <T> the status, whose {@code equals} tells a change
 */
final class StatusEvents<T> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StatusEvents.class);
    private static final String MEDIA_TYPE = "text/event-stream";
    private static final int MOST_FOLLOWERS = 100;
    private static final long INTERVAL_MILLIS = 1000;

    private final Function<String, T> statusOf;
    private final Predicate<T> isFinal;
    private final Map<SseClient, Follower<T>> followers = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "status-events");
        thread.setDaemon(true);
        return thread;
    });

    /** What somebody follows, and what was sent last. */
    private static final class Follower<T> {
        private final String id;
        private T last;

        Follower(String id) {
            this.id = id;
        }
    }

    /**
     * @param statusOf the status of what has an id; throws {@link InputProblem} if there is nothing of that id
     * @param isFinal whether a status stays as it is
     */
    StatusEvents(Function<String, T> statusOf, Predicate<T> isFinal) {
        this.statusOf = statusOf;
        this.isFinal = isFinal;
        clock.scheduleWithFixedDelay(this::tellAll, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Offers a stream for the id in a path. */
    void register(RoutesConfig routes, String path) {
        routes.beforeMatched(path, this::admit);
        routes.sse(path, this::follow);
    }

    /** Throws if there is nothing of the id in the path, no room for another follower, or events are not asked for. */
    private void admit(Context context) {
        // Exactly: with anything else beside it Javalin answers an empty 200.
        if (!MEDIA_TYPE.equals(context.header("Accept"))) {
            throw new ProblemException(Problem.of(
                    406,
                    "not-acceptable",
                    "Not acceptable",
                    "Events come as " + MEDIA_TYPE + ", which the request does not ask for.",
                    "Send 'Accept: " + MEDIA_TYPE + "'."));
        }
        Objects.requireNonNull(statusOf.apply(context.pathParam("id")), "status");
        if (followers.size() >= MOST_FOLLOWERS) {
            throw new ProblemException(Problem.busy("Too many follow already."));
        }
    }

    private void follow(SseClient client) {
        client.keepAlive();
        Follower<T> follower = new Follower<>(client.ctx().pathParam("id"));
        client.onClose(() -> followers.remove(client));
        followers.put(client, follower);
        clock.execute(() -> tell(client, follower));
    }

    private void tellAll() {
        followers.forEach(this::tell);
    }

    private void tell(SseClient client, Follower<T> follower) {
        try {
            T status = statusOf.apply(follower.id);
            if (status.equals(follower.last)) {
                client.sendComment("as before");
                return;
            }
            client.sendEvent("status", status);
            follower.last = status;
            if (isFinal.test(status)) {
                client.close();
                followers.remove(client);
            }
        } catch (StoreUnavailableException | InputProblem lost) {
            client.sendComment(lost.getMessage());
        } catch (RuntimeException fault) {
            LOG.warn("A follower of {} is lost", follower.id, fault);
            followers.remove(client);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        followers.keySet().forEach(SseClient::close);
    }
}
