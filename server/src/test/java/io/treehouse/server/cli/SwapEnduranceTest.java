package io.treehouse.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.model.bundle.ModelBundle;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The two models that ship take each other's place while tiles come in. Prints how long requests took before, during and
 * after; fails if one is lost or the memory of the process does not return to its level.
 */
@Tag("slow")
@Timeout(14_400)
class SwapEnduranceTest {
    private static final int SWAPS = Integer.getInteger("treehouse.test.swaps", 500);
    /** Native memory grows for some thirty swaps under load, until each thread has had its largest task, and then stays. */
    private static final int WARM_UP_SWAPS = Math.min(50, SWAPS);

    private static final int REQUESTS = 200;
    private static final int CLIENTS = 4;
    /** One after the other, so that nothing but the server decides how long they take. */
    private static final int LATENCY_REQUESTS = 300;

    private static final int STEPS = 10;
    private static final long TOLERANCE_MIB = 64;
    private static final List<String> MODELS = List.of("treehouse-land-cover@1", "treehouse-land-cover@4.3");

    @TempDir
    Path folder;

    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private BodyPublisher tile;
    private ServerProcess server;
    /** Counted on, so that each promotion is of the version that does not serve. */
    private int swapped;

    @Test
    void memoryAndLatencyReturnToWhereTheyWereAndNoRequestIsLost() throws Exception {
        tile = BodyPublishers.ofByteArray(NoisePng.of(256, 3));
        try (ServerProcess started = new ServerProcess(folder)) {
            server = started;
            change("/v1/models", BodyPublishers.ofFile(other()));
            swapUnderLoad(WARM_UP_SWAPS);
            report("before", send(CLIENTS, count(REQUESTS)));
            double medianBefore = percentile(send(1, count(LATENCY_REQUESTS)), 0.5);
            long before = server.residentMib();
            System.out.printf("resident memory %d MiB%n", before);
            for (int step = 1; step <= STEPS; step++) {
                swapUnderLoad(SWAPS / STEPS);
                System.out.printf("%d MiB after %d swaps%n", server.residentMib(), step * SWAPS / STEPS);
            }
            report("after", send(CLIENTS, count(REQUESTS)));
            double medianAfter = percentile(send(1, count(LATENCY_REQUESTS)), 0.5);
            System.out.printf(
                    "one client, median of %d requests: %.1f ms before, %.1f ms after %d swaps, %.2f times%n",
                    LATENCY_REQUESTS, medianBefore, medianAfter, SWAPS, medianAfter / medianBefore);
            long after = server.residentMib();
            assertTrue(after <= before + TOLERANCE_MIB, "from " + before + " to " + after + " MiB");
        } finally {
            clients.shutdownNow();
        }
    }

    private void swapUnderLoad(int times) throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        Future<Long> swaps = Executors.newSingleThreadExecutor().submit(() -> {
            try {
                long start = System.nanoTime();
                swap(times);
                return (System.nanoTime() - start) / times;
            } finally {
                done.set(true);
            }
        });
        report("during " + times + " swaps", send(CLIENTS, () -> !done.get()));
        System.out.printf("a swap took %.0f ms under load%n", swaps.get() / 1e6);
    }

    private static Path other() {
        return ModelBundle.shippedPath().resolveSibling("treehouse-land-cover-1.zip");
    }

    private void swap(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            change("/v1/models/" + MODELS.get(swapped++ % MODELS.size()) + "/promote", BodyPublishers.noBody());
        }
    }

    private void change(String path, BodyPublisher body) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(server.path(path)).POST(body).build();
        HttpResponse<String> answer = ServerProcess.CLIENT.send(request, BodyHandlers.ofString());
        assertTrue(answer.statusCode() < 300, answer.body());
    }

    private static BooleanSupplier count(int requests) {
        AtomicInteger left = new AtomicInteger(requests);
        return () -> left.getAndDecrement() > 0;
    }

    /** Clients send one tile after the other; returns how long each took, in milliseconds, sorted. */
    private List<Double> send(int atOnce, BooleanSupplier wantsMore) throws Exception {
        List<Future<List<Double>>> all = new ArrayList<>();
        for (int i = 0; i < atOnce; i++) {
            all.add(clients.submit(() -> {
                List<Double> millis = new ArrayList<>();
                while (wantsMore.getAsBoolean()) {
                    long start = System.nanoTime();
                    assertEquals(
                            200,
                            ServerProcess.CLIENT
                                    .send(server.tile(tile), BodyHandlers.ofString())
                                    .statusCode());
                    millis.add((System.nanoTime() - start) / 1e6);
                }
                return millis;
            }));
        }
        List<Double> millis = new ArrayList<>();
        for (Future<List<Double>> one : all) {
            millis.addAll(one.get());
        }
        Collections.sort(millis);
        return millis;
    }

    private static void report(String phase, List<Double> millis) {
        System.out.printf(
                "%s: %d requests, median %.0f ms, p99 %.0f ms%n",
                phase, millis.size(), percentile(millis, 0.5), percentile(millis, 0.99));
    }

    private static double percentile(List<Double> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1, Math.round(share * (sorted.size() - 1))));
    }
}
