package io.treehouse.server.http;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;

/** What the server counts, in the text format of Prometheus. Thread-safe. */
final class Metrics {
    /** Media type of {@link #scrape}. */
    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Timer tiles = Timer.builder("treehouse.tiles")
            .description("Tiles classified, and the time from their turn to the answer")
            .register(registry);

    Metrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
    }

    void tileClassified(Duration duration) {
        tiles.record(duration);
    }

    /** Counts an answer by route and status; the route is a pattern or "other", so that callers cannot add series. */
    void answered(String route, int status) {
        registry.counter("treehouse.http.answers", "route", route, "status", Integer.toString(status))
                .increment();
    }

    String scrape() {
        return registry.scrape();
    }
}
