package io.treehouse.inference.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.raster.RgbGeoTiff;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.bundle.TestModels;
import io.treehouse.model.engine.EngineOptions;
import io.treehouse.model.engine.PrecisionChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SceneBenchmarkTest {
    @Test
    void countsTheWindowsAndTheGroundOfAScene(@TempDir Path folder) throws InterruptedException {
        Path scene = folder.resolve("scene.tif");
        RgbGeoTiff.write(scene, 1000, 500, 0.5, (row, rgb) -> Arrays.fill(rgb, (byte) row));
        ModelBundle bundle = new ModelBundle(TestModels.tiny(), "0".repeat(64));
        EngineOptions options = new EngineOptions(PrecisionChoice.EXACT, 2);
        try (SceneBenchmark benchmark = SceneBenchmark.open(bundle, options, "0")) {
            SceneFigures figures = benchmark.measure(scene, folder.resolve("classes.tif"), 1);
            assertEquals(1000, figures.widthPixels());
            assertEquals(2, figures.windows());
            // 0.125 km² in the wall seconds.
            assertEquals(0.125, figures.km2PerHour() * figures.wallSeconds() / 3600, 1e-4);
            assertTrue(figures.endToEnd() > 0, figures.toString());
            assertTrue(Files.exists(folder.resolve("classes.tif")));
        }
    }
}
