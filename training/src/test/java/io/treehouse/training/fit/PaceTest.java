package io.treehouse.training.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    @Test
    void withoutALimitStepsAloneCount() {
        Pace pace = new Pace(100, Duration.ZERO);
        pace.scored(1e6);

        assertEquals(7, pace.position(7, 1e6));
    }

    @Test
    void aSlowRunLeavesStepsOutAndEndsWithItsTime() {
        Pace pace = new Pace(100, Duration.ofMinutes(10));

        assertEquals(50, pace.position(10, 300));
        assertEquals(100, pace.position(20, 600));
        assertEquals(100, pace.position(20, 900));
    }

    @Test
    void aFastRunEndsWithItsSteps() {
        Pace pace = new Pace(100, Duration.ofMinutes(10));

        assertEquals(60, pace.position(60, 30));
        assertEquals(100, pace.position(100, 50));
    }

    @Test
    void theTimeOfTheLastTwoScoringsIsKeptFree() {
        Pace pace = new Pace(100, Duration.ofMinutes(10));
        pace.scored(30);

        assertEquals(50, pace.position(10, 270));
        assertEquals(100, pace.position(20, 540));
    }
}
