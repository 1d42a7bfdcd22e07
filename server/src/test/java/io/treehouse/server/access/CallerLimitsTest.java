package io.treehouse.server.access;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.server.access.CallerLimits.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CallerLimitsTest {
    private static final Token ONE = new Token("one", Scope.READ, "0".repeat(64));
    private static final Token OTHER = new Token("other", Scope.READ, "1".repeat(64));

    @Test
    void boundsTheRequestsOfAMinute() {
        CallerLimits limits = new CallerLimits(3, 100);
        for (int i = 0; i < 3; i++) {
            assertTrue(limits.enter(ONE).isAdmitted());
        }

        Verdict fourth = limits.enter(ONE);

        assertFalse(fourth.isAdmitted());
        // A third of a minute refills one.
        assertTrue(fourth.retryAfter().compareTo(Duration.ofSeconds(20)) <= 0);
        assertTrue(limits.enter(OTHER).isAdmitted(), "callers do not use up each other's requests");
    }

    @Test
    void boundsTheRequestsInWork() {
        CallerLimits limits = new CallerLimits(1000, 2);
        limits.enter(ONE);
        limits.enter(ONE);

        assertFalse(limits.enter(ONE).isAdmitted());
        limits.leave(ONE);
        assertTrue(limits.enter(ONE).isAdmitted());
    }

    @Test
    void areNeverZero() {
        assertThrows(IllegalArgumentException.class, () -> new CallerLimits(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new CallerLimits(1, 0));
    }
}
