package io.treehouse.server.monitor;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.treehouse.inference.classify.TileObserver;
import io.treehouse.inference.drift.Drift;
import io.treehouse.inference.drift.DriftReference;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.registry.ModelId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the versions of a server classified since it started, for a bounded number of versions. A version that serves again
 * goes on where it was. Thread-safe.
 */
public final class Traffic {
    private static final int VERSIONS = 16;

    private final CompositeMeterRegistry meters = new CompositeMeterRegistry();
    /** The version opened last stands at the end. */
    private final Map<ModelId, VersionTraffic> versions = new LinkedHashMap<>(VERSIONS, 0.75f, true);

    /**
     * Watches a version.
     *
     * @return is to be told what it classifies
     */
    public TileObserver of(ModelBundle bundle) {
        ModelId id = ModelId.of(bundle.model());
        DriftReference reference = DriftReference.in(bundle.model().training());
        synchronized (versions) {
            VersionTraffic traffic =
                    versions.computeIfAbsent(id, version -> new VersionTraffic(version, reference, meters));
            if (versions.size() > VERSIONS) {
                versions.remove(versions.keySet().iterator().next());
            }
            return traffic;
        }
    }

    /** How far a version's last tiles are from its reference; empty if it was not opened. */
    public Optional<Drift> drift(ModelId version) {
        synchronized (versions) {
            return Optional.ofNullable(versions.get(version)).map(VersionTraffic::drift);
        }
    }

    /** The drift of all versions that classified a tile. */
    Map<ModelId, Drift> drifts() {
        Map<ModelId, VersionTraffic> watched;
        synchronized (versions) {
            watched = new LinkedHashMap<>(versions);
        }
        Map<ModelId, Drift> drifts = new LinkedHashMap<>();
        watched.forEach((id, traffic) -> {
            Drift drift = traffic.drift();
            if (drift.tiles() > 0) {
                drifts.put(id, drift);
            }
        });
        return drifts;
    }

    /** Counts there from now on. */
    void countIn(MeterRegistry registry) {
        meters.add(registry);
    }
}
