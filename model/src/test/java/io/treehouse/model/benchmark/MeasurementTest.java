package io.treehouse.model.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MeasurementTest {
    @Test
    void percentilesAreOfTheCallsOfAllRounds() {
        long[] early = LongStream.rangeClosed(1, 60).map(i -> i * 1_000_000).toArray();
        long[] late = LongStream.rangeClosed(61, 100).map(i -> i * 1_000_000).toArray();
        Measurement measured = Measurement.of("x", List.of(new CallTimes(late, 3), new CallTimes(early, 5)));
        assertEquals(50, measured.p50Millis());
        assertEquals(95, measured.p95Millis());
        assertEquals(99, measured.p99Millis());
        assertEquals(100, measured.calls());
        assertEquals(4, measured.tilesPerSecond());
    }

    @Test
    void ratiosAreTakenRoundByRound() {
        Measurement fast = measured(10, 40, 9);
        Measurement slow = measured(5, 10, 3);
        // 2, 4 and 3; the medians of the rates would give 10 / 5.
        assertEquals(3, fast.over(slow));
    }

    @Test
    void meansOfRatiosAreGeometric() {
        assertEquals(4, Figures.geometricMean(List.of(2.0, 8.0)), 1e-12);
    }

    private static Measurement measured(double... rates) {
        return Measurement.of(
                "x",
                Arrays.stream(rates)
                        .mapToObj(rate -> new CallTimes(new long[] {1}, rate))
                        .toList());
    }
}
