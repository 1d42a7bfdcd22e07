package io.treehouse.server.monitor;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.treehouse.inference.classify.ServedModel;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** What the server counts, in the text format of Prometheus; docs/operations.md lists it. Thread-safe. */
public final class Metrics {
    /** Media type of {@link #scrape}. */
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    /** Upper edges of the histogram of latencies. */
    private static final Duration[] EDGES =
            List.of(50, 100, 200, 500, 1000, 2000, 5000, 10_000, 30_000, 60_000).stream()
                    .map(Duration::ofMillis)
                    .toArray(Duration[]::new);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Timer tiles = Timer.builder("treehouse.tiles")
            .description("Tiles classified, and the time from their turn to the answer")
            .serviceLevelObjectives(EDGES)
            .register(registry);
    private Runnable beforeScrape = () -> {};

    /** Counts the process itself, and nothing else yet. */
    public Metrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        Gauge.builder("process.resident.memory", ResidentMemory::nowBytes)
                .description("Memory of the process in use, native memory included")
                .baseUnit("bytes")
                .register(registry);
    }

    /** Time of a stage, whose meter is made when it is first needed. */
    static Timer stage(MeterRegistry meters, String stage) {
        return Timer.builder("treehouse.stage")
                .description("Stages of a tile's way, one after the other")
                .tag("stage", stage)
                .register(meters);
    }

    /**
     * Shows what versions there are, what they classify and how that drifts.
     *
     * @param open the versions that are open, the one that serves first
     */
    public void follow(Supplier<List<ServedModel>> open, Traffic traffic) {
        traffic.countIn(registry);
        ModelGauges gauges = new ModelGauges(registry);
        beforeScrape = () -> gauges.update(open.get(), traffic.drifts());
    }

    /** Shows how many tiles wait for their turn and how many are in work. */
    public void queue(IntSupplier waiting, IntSupplier working) {
        Gauge.builder("treehouse.queue.waiting", waiting::getAsInt)
                .description("Tiles that wait for their turn")
                .register(registry);
        Gauge.builder("treehouse.queue.working", working::getAsInt)
                .description("Tiles received or in work")
                .register(registry);
    }

    /** A stage of a tile's way is over. */
    public void stage(String stage, Duration duration) {
        stage(registry, stage).record(duration);
    }

    /** A tile was classified. */
    public void tileClassified(Duration duration) {
        tiles.record(duration);
    }

    /** A request was given up before its answer; the reason is one of a few words. */
    public void givenUp(String reason) {
        registry.counter("treehouse.given.up", "reason", reason).increment();
    }

    /** Counts an answer by route and status; the route is a pattern or "other", so that callers cannot add series. */
    public void answered(String route, int status) {
        registry.counter("treehouse.http.answers", "route", route, "status", Integer.toString(status))
                .increment();
    }

    /** All figures as they are now. */
    public synchronized String scrape() {
        beforeScrape.run();
        return registry.scrape();
    }
}
