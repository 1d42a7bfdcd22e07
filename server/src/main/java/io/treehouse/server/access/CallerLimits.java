package io.treehouse.server.access;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How much each caller may ask for: requests a minute, which may come at once, and requests at the same time. Thread-safe.
 */
public final class CallerLimits {
    private final int requestsPerMinute;
    private final int requestsAtOnce;
    private final Map<String, Caller> callers = new ConcurrentHashMap<>();

    /**
     * @param requestsPerMinute at least 1
     * @param requestsAtOnce at least 1
     */
    public CallerLimits(int requestsPerMinute, int requestsAtOnce) {
        if (requestsPerMinute < 1 || requestsAtOnce < 1) {
            throw new IllegalArgumentException("Limits are at least 1, not %d requests a minute, %d at once"
                    .formatted(requestsPerMinute, requestsAtOnce));
        }
        this.requestsPerMinute = requestsPerMinute;
        this.requestsAtOnce = requestsAtOnce;
    }

    /** Lets a request of the caller in, or says why not. What was let in must {@link #leave}. */
    public Verdict enter(Token token) {
        Caller caller = callers.computeIfAbsent(token.name(), name -> new Caller(requestsPerMinute, requestsAtOnce));
        if (!caller.enter()) {
            return new Verdict(
                    "The token '%s' has %d requests in work, as many as it may".formatted(token.name(), requestsAtOnce),
                    Duration.ofSeconds(1));
        }
        var probe = caller.bucket.tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            return Verdict.ADMITTED;
        }
        caller.atOnce.release();
        return new Verdict(
                "The token '%s' sent more than %d requests a minute".formatted(token.name(), requestsPerMinute),
                Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Ends a request that was let in. */
    public void leave(Token token) {
        callers.get(token.name()).atOnce.release();
    }

    /**
     * What becomes of a request.
     *
     * @param refusal why it is not let in; null if it is
     * @param retryAfter when it may come again
     */
    public record Verdict(String refusal, Duration retryAfter) {
        static final Verdict ADMITTED = new Verdict(null, Duration.ZERO);

        public boolean isAdmitted() {
            return refusal == null;
        }
    }

    private static final class Caller {
        /** A place is given back a moment after the answer was sent: who waited for the answer does not notice. */
        private static final long MOMENT_MILLIS = 250;

        final Bucket bucket;
        final Semaphore atOnce;

        Caller(int requestsPerMinute, int requestsAtOnce) {
            bucket = Bucket.builder()
                    .addLimit(limit ->
                            limit.capacity(requestsPerMinute).refillGreedy(requestsPerMinute, Duration.ofMinutes(1)))
                    .build();
            atOnce = new Semaphore(requestsAtOnce);
        }

        boolean enter() {
            try {
                return atOnce.tryAcquire(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
