package io.treehouse.model.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;

/** A contender with its tiles ready and its callers' threads running, to be timed again and again. */
final class Lane implements AutoCloseable {
    private final Contender contender;
    private final int tilesPerCall;
    private final List<TileBatch> batches = new ArrayList<>();
    private final ExecutorService threads;
    private final List<CallTimes> rounds = new ArrayList<>();

    /** @param tiles the batch; every caller gets its own copy */
    Lane(Contender contender, int sidePixels, List<float[]> tiles) {
        this.contender = contender;
        this.tilesPerCall = tiles.size();
        for (int caller = 0; caller < contender.callers(); caller++) {
            batches.add(contender.prepare(sidePixels, tiles));
        }
        threads = Executors.newFixedThreadPool(contender.callers());
    }

    Contender contender() {
        return contender;
    }

    /** Lets all callers call for a while, and forgets how long it took. */
    CallTimes warmUp(Duration duration) {
        return timed(duration);
    }

    /** Lets all callers call for a while; each calls at least once. */
    void round(Duration duration) {
        rounds.add(timed(duration));
    }

    private CallTimes timed(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        List<long[]> callers = batches.stream()
                .map(batch -> CompletableFuture.supplyAsync(() -> nanosOfCalls(batch, end), threads))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        double tilesPerSecond = callers.stream()
                .mapToDouble(nanos ->
                        nanos.length * tilesPerCall * 1e9 / LongStream.of(nanos).sum())
                .sum();
        return new CallTimes(callers.stream().flatMapToLong(LongStream::of).toArray(), tilesPerSecond);
    }

    private static long[] nanosOfCalls(TileBatch batch, long end) {
        LongStream.Builder calls = LongStream.builder();
        long start = System.nanoTime();
        do {
            batch.classify();
            long now = System.nanoTime();
            calls.add(now - start);
            start = now;
        } while (start - end < 0);
        return calls.build().toArray();
    }

    Measurement measurement() {
        return Measurement.of(contender.name(), rounds);
    }

    /** What the first caller's first tile was answered. */
    float[] answer() {
        return batches.get(0).firstProbabilities();
    }

    @Override
    public void close() {
        threads.shutdown();
        batches.forEach(TileBatch::close);
    }
}
