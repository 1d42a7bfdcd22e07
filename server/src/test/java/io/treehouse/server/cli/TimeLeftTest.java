package io.treehouse.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLeftTest {
    private final AtomicLong seconds = new AtomicLong();

    @Test
    void thePaceSoFarGoesOn() {
        TimeLeft timeLeft = new TimeLeft(0, () -> Instant.ofEpochSecond(seconds.get()));

        seconds.set(30);

        // Ten windows in 30 s: the other 40 take 120 s.
        assertEquals(Optional.of(Duration.ofSeconds(120)), timeLeft.after(10, 50));
    }

    @Test
    void windowsOfAnEarlierRunSayNothingAboutThePace() {
        TimeLeft timeLeft = new TimeLeft(20, () -> Instant.ofEpochSecond(seconds.get()));

        seconds.set(2);
        assertEquals(Optional.empty(), timeLeft.after(20, 50));
        seconds.set(17);

        // Five windows in 15 s: the other 25 take 75 s.
        assertEquals(Optional.of(Duration.ofSeconds(75)), timeLeft.after(25, 50));
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "59, 59 s", "60, 1 min 0 s", "200, 3 min 20 s", "7500, 2 h 5 min"})
    void durationsAreInWords(long duration, String words) {
        assertEquals(words, TimeLeft.inWords(Duration.ofSeconds(duration)));
    }
}
