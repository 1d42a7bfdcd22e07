package io.treehouse.server.models;

import io.treehouse.model.registry.ModelRegistry;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks now and then whether the registry was changed, also by another process, and lets the served versions follow. Looking
 * costs one question to the file system.
 */
public final class RegistryFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryFollower.class);

    private final ModelRegistry registry;
    private final ServedVersions versions;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread follower = new Thread(task, "registry-follower");
        follower.setDaemon(true);
        return follower;
    });
    private String seen;

    /**
     * Starts following.
     *
     * @param interval time between two looks
     */
    public RegistryFollower(ModelRegistry registry, ServedVersions versions, Duration interval) {
        this.registry = registry;
        this.versions = versions;
        thread.scheduleWithFixedDelay(this::look, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        String revision = registry.revision();
        if (revision.equals(seen)) {
            return;
        }
        try {
            versions.follow();
        } catch (RuntimeException unusable) {
            LOG.error("The registry cannot be followed; what serves goes on", unusable);
        }
        seen = revision;
    }

    /** Stops looking; a switch in work is finished. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
