package io.treehouse.server.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.inference.classify.TileClassifier;
import io.treehouse.model.bundle.BundleReader;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.engine.EngineOptions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The shipped model over HTTP, with several clients at the same time. */
class ServingBenchmarkTest {
    private static final int CLIENTS = 4;

    private TileClassifier classifier;
    private ServingBenchmark server;

    @BeforeEach
    void start() {
        classifier =
                TileClassifier.open(BundleReader.read(ModelBundle.shippedPath()), EngineOptions.defaults(), "test");
        server = new ServingBenchmark(classifier, ScenePictures.shipped());
    }

    @AfterEach
    void stop() {
        server.close();
        classifier.close();
    }

    @Test
    void everyClientIsAnsweredAlsoBesideALargeTile() {
        ServingFigures figures = server.measure(64, CLIENTS, true, Duration.ofMillis(1));

        assertEquals(CLIENTS, figures.tiles());
        assertTrue(figures.p50Millis() > 0 && figures.p50Millis() <= figures.p95Millis());
        assertTrue(figures.p95Millis() <= figures.p99Millis());
        assertTrue(figures.tilesPerSecond() > 0);
    }

    /** On a machine that does nothing else. */
    @Test
    @Tag("slow")
    void theSlowestAnswersTakeLessThanTwoAndAHalfTimesTheUsual() {
        server.measure(256, CLIENTS, false, Duration.ofSeconds(5));

        ServingFigures figures = server.measure(256, CLIENTS, false, Duration.ofSeconds(30));

        assertTrue(figures.p99OverP50() < 2.5, figures.toString());
    }
}
