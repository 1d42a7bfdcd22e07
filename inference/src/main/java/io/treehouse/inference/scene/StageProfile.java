package io.treehouse.inference.scene;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Finds out which stages the threads of a scene spend their time in, by looking at what they do every few milliseconds.
 * The segmentation itself knows nothing of it. For one scene at a time.
 */
public final class StageProfile implements AutoCloseable {
    private static final long PERIOD_MILLIS = 5;

    private final Map<SceneStage, Integer> samples = new ConcurrentHashMap<>();
    private final AtomicInteger looks = new AtomicInteger();
    private final ScheduledExecutorService sampler = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "stage-profile");
        thread.setDaemon(true);
        return thread;
    });

    private StageProfile() {}

    /** Watches the current thread, and those that help it, until closed. */
    public static StageProfile ofCurrentThread() {
        StageProfile profile = new StageProfile();
        Thread caller = Thread.currentThread();
        profile.sampler.scheduleAtFixedRate(() -> profile.look(caller), 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        return profile;
    }

    private void look(Thread caller) {
        looks.incrementAndGet();
        Thread[] threads = new Thread[2 * Thread.activeCount() + 1];
        int count = Thread.enumerate(threads);
        Stream.of(threads)
                .limit(count)
                .filter(thread -> thread == caller || thread.getName().startsWith(SceneRun.HELPER_PREFIX))
                .forEach(thread -> SceneStage.of(thread.getStackTrace())
                        .ifPresent(stage -> samples.merge(stage, 1, Integer::sum)));
    }

    /** Time of each stage by the time watched; the stages overlap, so that their sum can be more than 1. */
    public Map<SceneStage, Double> shares() {
        Map<SceneStage, Double> shares = new EnumMap<>(SceneStage.class);
        for (SceneStage stage : SceneStage.values()) {
            shares.put(stage, looks.get() == 0 ? 0 : samples.getOrDefault(stage, 0) / (double) looks.get());
        }
        return shares;
    }

    @Override
    public void close() {
        sampler.shutdownNow();
    }
}
