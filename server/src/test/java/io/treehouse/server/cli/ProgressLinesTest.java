package io.treehouse.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {
    @Test
    void saysHowFarItIsAtMostEveryTenSeconds() {
        AtomicLong seconds = new AtomicLong();
        List<String> lines = new ArrayList<>();
        InstantSource clock = () -> Instant.ofEpochSecond(seconds.get());
        try (ProgressLines progress = new ProgressLines("valley", lines::add, new TimeLeft(0, clock), clock)) {
            for (int window = 1; window <= 25; window++) {
                seconds.set(window);
                progress.windows(window, 25);
            }
        }
        assertEquals(
                List.of("valley: 10 of 25 windows, about 15 s left", "valley: 20 of 25 windows, about 5 s left"),
                lines);
    }
}
