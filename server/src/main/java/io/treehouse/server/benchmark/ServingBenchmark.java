package io.treehouse.server.benchmark;

import io.treehouse.inference.classify.TileClassifier;
import io.treehouse.server.http.ClassifierService;
import io.treehouse.server.http.ServerOptions;
import io.treehouse.server.http.TreehouseServer;
import io.treehouse.server.models.OneVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Measures the server over HTTP, with clients in this process that each send one tile after the other. */
final class ServingBenchmark implements AutoCloseable {
    /** Nine windows or more, so that the network is never out of work for it. */
    private static final int LARGE_SIDE = 2048;

    private final TreehouseServer server;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScenePictures pictures;
    private final URI tiles;

    /** @param classifier answers behind the server, and stays open */
    ServingBenchmark(TileClassifier classifier, ScenePictures pictures) {
        this.pictures = pictures;
        server = TreehouseServer.start(
                ServerOptions.defaults().onPort(0), new ClassifierService(new OneVersion(classifier)));
        tiles = URI.create("http://127.0.0.1:" + server.port() + "/v1/tiles?gsd="
                + classifier.model().gsdMetres());
    }

    /**
     * Lets clients send tiles for a while, after one each to warm up.
     *
     * @param besideLargeTile whether one more client sends large tiles meanwhile
     */
    ServingFigures measure(int sidePixels, int clients, boolean besideLargeTile, Duration duration) {
        List<byte[]> bodies = IntStream.range(0, clients)
                .mapToObj(client -> pictures.png(sidePixels, client))
                .toList();
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> neighbour = besideLargeTile ? sendLargeTilesUntil(over) : done();
        bodies.forEach(this::nanosToAnswer);
        long start = System.nanoTime();
        long[] nanos = all(bodies, start + duration.toNanos());
        double wallSeconds = (System.nanoTime() - start) / 1e9;
        over.set(true);
        neighbour.join();
        return ServingFigures.of(sidePixels, clients, besideLargeTile, nanos, wallSeconds);
    }

    private static CompletableFuture<Void> done() {
        return CompletableFuture.completedFuture(null);
    }

    private CompletableFuture<Void> sendLargeTilesUntil(AtomicBoolean over) {
        byte[] large = pictures.png(LARGE_SIDE, 0);
        return CompletableFuture.runAsync(
                () -> {
                    while (!over.get()) {
                        nanosToAnswer(large);
                    }
                },
                threads);
    }

    /** Times of all answers, ascending; every client sends one tile at least. */
    private long[] all(List<byte[]> bodies, long end) {
        List<CompletableFuture<long[]>> clients = bodies.stream()
                .map(body -> CompletableFuture.supplyAsync(() -> untilThen(body, end), threads))
                .toList();
        return clients.stream()
                .map(CompletableFuture::join)
                .flatMapToLong(LongStream::of)
                .sorted()
                .toArray();
    }

    private long[] untilThen(byte[] body, long end) {
        LongStream.Builder nanos = LongStream.builder();
        do {
            nanos.add(nanosToAnswer(body));
        } while (System.nanoTime() - end < 0);
        return nanos.build().toArray();
    }

    private long nanosToAnswer(byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(tiles)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        long start = System.nanoTime();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("A tile was answered with " + response.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while measuring the server", e);
        }
        return System.nanoTime() - start;
    }

    @Override
    public void close() {
        threads.shutdown();
        server.close();
    }
}
