package io.treehouse.inference.scene;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Finds out which stages the thread that made it spends its time in, by looking at what it does every few milliseconds.
 * The segmentation itself knows nothing of it.
 */
public final class StageProfile implements AutoCloseable {
    private static final long PERIOD_MILLIS = 5;

    private final Map<SceneStage, Integer> samples = new ConcurrentHashMap<>();
    private final ScheduledExecutorService sampler = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "stage-profile");
        thread.setDaemon(true);
        return thread;
    });

    private StageProfile() {}

    /** Watches the current thread until closed. */
    public static StageProfile ofCurrentThread() {
        StageProfile profile = new StageProfile();
        Thread watched = Thread.currentThread();
        profile.sampler.scheduleAtFixedRate(
                () -> profile.samples.merge(SceneStage.of(watched.getStackTrace()), 1, Integer::sum),
                0,
                PERIOD_MILLIS,
                TimeUnit.MILLISECONDS);
        return profile;
    }

    /** Share of each stage in the time watched; all of them together are 1. */
    public Map<SceneStage, Double> shares() {
        double all = samples.values().stream().mapToInt(Integer::intValue).sum();
        Map<SceneStage, Double> shares = new EnumMap<>(SceneStage.class);
        for (SceneStage stage : SceneStage.values()) {
            shares.put(stage, all == 0 ? 0 : samples.getOrDefault(stage, 0) / all);
        }
        return shares;
    }

    @Override
    public void close() {
        sampler.shutdownNow();
    }
}
