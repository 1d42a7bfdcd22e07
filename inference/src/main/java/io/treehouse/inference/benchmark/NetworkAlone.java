package io.treehouse.inference.benchmark;

import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.model.engine.EnginePool;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Runs windows that lie ready in memory through the engines, up to their probabilities, and nothing else. */
final class NetworkAlone {
    private final EnginePool engines;
    private final List<RecordedWindows.Size> windows;
    private final AtomicInteger next = new AtomicInteger();

    private NetworkAlone(EnginePool engines, List<RecordedWindows.Size> windows) {
        this.engines = engines;
        this.windows = windows;
    }

    /** Wall seconds for all windows with as many callers as there are engines. */
    static double seconds(EnginePool engines, List<RecordedWindows.Size> windows) {
        NetworkAlone run = new NetworkAlone(engines, windows);
        int callers = engines.workers();
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            long start = System.nanoTime();
            CompletableFuture.allOf(IntStream.range(0, callers)
                            .mapToObj(caller -> CompletableFuture.runAsync(run::classifyAll, threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
            return (System.nanoTime() - start) / 1e9;
        } finally {
            threads.shutdown();
        }
    }

    private void classifyAll() {
        int pixels = windows.stream()
                .mapToInt(size -> size.height() * size.width())
                .max()
                .orElse(0);
        float[] rgb = new float[3 * pixels];
        float[] probabilities = new float[SurfaceClass.COUNT * pixels];
        for (int i = next.getAndIncrement(); i < windows.size(); i = next.getAndIncrement()) {
            engines.classify(windows.get(i).height(), windows.get(i).width(), rgb, probabilities);
        }
    }
}
