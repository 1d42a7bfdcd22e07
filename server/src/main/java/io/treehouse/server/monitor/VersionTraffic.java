package io.treehouse.server.monitor;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.treehouse.inference.classify.ObservedTile;
import io.treehouse.inference.classify.TileObserver;
import io.treehouse.inference.drift.Drift;
import io.treehouse.inference.drift.DriftReference;
import io.treehouse.inference.drift.RecentTiles;
import io.treehouse.model.registry.ModelId;
import java.time.Duration;
import java.util.Locale;

/** What one version classified. Thread-safe. */
final class VersionTraffic implements TileObserver {
    /** Few enough that a change is seen within some fifty tiles. */
    private static final int TILES = 200;

    private static final double M2_PER_KM2 = 1e6;

    private final DriftReference reference;
    private final RecentTiles recent = new RecentTiles(TILES);
    private final MeterRegistry meters;
    private final Counter pixels;
    private final Counter areaKm2;
    private final Timer windows;

    /** @param reference what the version's drift is measured against */
    VersionTraffic(ModelId version, DriftReference reference, MeterRegistry meters) {
        this.reference = reference;
        this.meters = meters;
        pixels = counter("treehouse.pixels", "Pixels with imagery that were classified", version);
        areaKm2 = counter(
                "treehouse.area.km2", "Ground that was classified, where the size of a pixel is known", version);
        windows = Timer.builder("treehouse.windows")
                .description("Windows that the network ran over, and how long each took with the wait for an engine")
                .register(meters);
    }

    private Counter counter(String name, String description, ModelId version) {
        return Counter.builder(name)
                .description(description)
                .tag("model", version.name())
                .tag("version", version.version())
                .register(meters);
    }

    @Override
    public void tile(ObservedTile tile) {
        recent.add(tile.statistics());
        pixels.increment(tile.valid().pixels());
        if (tile.valid().areaM2() != null) {
            areaKm2.increment(tile.valid().areaM2() / M2_PER_KM2);
        }
        tile.stages()
                .forEach((stage, duration) -> Metrics.stage(meters, stage.name().toLowerCase(Locale.ROOT))
                        .record(duration));
    }

    @Override
    public void window(Duration duration) {
        windows.record(duration);
    }

    Drift drift() {
        return recent.driftFrom(reference);
    }
}
