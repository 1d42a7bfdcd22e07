package io.treehouse.model.engine;

import io.treehouse.datasets.scheme.SurfaceClass;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Measures how many windows the engines of a pool classify in a second, and how long one takes. */
public final class EngineBenchmark {
    /**
     * What was measured.
     *
     * @param engine library and version
     * @param precision arithmetic
     * @param callers threads, each of which kept one engine busy
     * @param windowPixels side of a window
     * @param windowsPerSecond of all callers together
     * @param medianMillis time of one call
     */
    public record Result(
            String engine,
            String precision,
            int callers,
            int windowPixels,
            double windowsPerSecond,
            double medianMillis) {}

    private final EnginePool pool;
    private final int windowPixels;
    private final long nanos;

    private EngineBenchmark(EnginePool pool, int windowPixels, Duration duration) {
        this.pool = pool;
        this.windowPixels = windowPixels;
        this.nanos = duration.toNanos();
    }

    /**
     * Classifies windows of noise, one caller a worker.
     *
     * @param windowPixels side of a window, a multiple of 32
     * @param duration how long to measure, after a third of that time to warm up
     */
    public static Result run(EnginePool pool, int windowPixels, Duration duration) {
        new EngineBenchmark(pool, windowPixels, duration.dividedBy(3)).measure();
        return new EngineBenchmark(pool, windowPixels, duration).measure();
    }

    private Result measure() {
        ExecutorService threads = Executors.newFixedThreadPool(pool.workers());
        try {
            List<CompletableFuture<long[]>> callers = IntStream.range(0, pool.workers())
                    .mapToObj(seed -> CompletableFuture.supplyAsync(() -> nanosOfCalls(seed), threads))
                    .toList();
            List<long[]> calls = callers.stream().map(CompletableFuture::join).toList();
            double windowsPerSecond = calls.stream()
                    .mapToDouble(c -> c.length * 1e9 / LongStream.of(c).sum())
                    .sum();
            long[] sorted =
                    calls.stream().flatMapToLong(LongStream::of).sorted().toArray();
            return new Result(
                    pool.name(),
                    pool.precision(),
                    pool.workers(),
                    windowPixels,
                    windowsPerSecond,
                    sorted[sorted.length / 2] / 1e6);
        } finally {
            threads.shutdown();
        }
    }

    /** Durations of one caller's calls until the time is over; at least one. */
    private long[] nanosOfCalls(int seed) {
        float[] rgb = noise(seed);
        float[] probabilities = new float[windowPixels * windowPixels * SurfaceClass.COUNT];
        long end = System.nanoTime() + nanos;
        LongStream.Builder calls = LongStream.builder();
        long start = System.nanoTime();
        do {
            pool.classify(windowPixels, windowPixels, rgb, probabilities);
            long now = System.nanoTime();
            calls.add(now - start);
            start = now;
        } while (start - end < 0);
        return calls.build().toArray();
    }

    private float[] noise(int seed) {
        Random random = new Random(seed);
        float[] rgb = new float[windowPixels * windowPixels * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = random.nextInt(256);
        }
        return rgb;
    }
}
