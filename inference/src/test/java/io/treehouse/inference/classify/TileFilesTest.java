package io.treehouse.inference.classify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.raster.ClassMapReader;
import io.treehouse.datasets.raster.RasterOptions;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.inference.scene.WindowProgress;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.bundle.TestModels;
import io.treehouse.model.engine.EngineOptions;
import io.treehouse.model.engine.PrecisionChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TileFilesTest {
    private static TileClassifier classifier;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        classifier = TileClassifier.open(
                new ModelBundle(TestModels.tiny(), "cd".repeat(32)),
                new EngineOptions(PrecisionChoice.EXACT, 1),
                "1.2.3");
    }

    @AfterAll
    static void close() {
        classifier.close();
    }

    @Test
    void theClassMapHasThePixelsThatTheAnswerCounts() throws Exception {
        Path map = folder.resolve("a map.tif");

        TileClassification answer = classify(255, new TileOutputs(Optional.of(map), false, Optional.empty()));

        ClassMapReader read = ClassMapReader.read(map);
        assertEquals(DrawnPng.WIDTH, read.width());
        for (SurfaceClass surface : SurfaceClass.all()) {
            int pixels = 0;
            for (byte code : read.classes()) {
                pixels += code == surface.code() ? 1 : 0;
            }
            assertEquals(answer.classes().get(surface.label()).pixels(), pixels);
        }
    }

    @Test
    void theCloudOptimizedMapHasTheSamePixelsAsThePlainOne() throws Exception {
        Path plain = folder.resolve("plain.tif");
        Path optimized = folder.resolve("optimized.tif");
        classify(255, new TileOutputs(Optional.of(plain), false, Optional.empty()));

        classify(255, new TileOutputs(Optional.of(optimized), true, Optional.empty()));

        assertArrayEquals(
                ClassMapReader.read(plain).classes(),
                ClassMapReader.read(optimized).classes());
        assertEquals(List.of("optimized.tif", "plain.tif", "tile.png"), filesInFolder());
    }

    @Test
    void theOverlayIsAPictureAtLeastAsLargeAsTheTile() throws Exception {
        Path overlay = folder.resolve("overlay.png");

        classify(255, new TileOutputs(Optional.empty(), false, Optional.of(overlay)));

        assertTrue(ImageIO.read(overlay.toFile()).getHeight() >= DrawnPng.HEIGHT);
        assertEquals(List.of("overlay.png", "tile.png"), filesInFolder());
    }

    @Test
    void aRefusedTileLeavesNoFileBehind() throws Exception {
        TileOutputs all = new TileOutputs(
                Optional.of(folder.resolve("map.tif")), true, Optional.of(folder.resolve("overlay.png")));

        assertThrows(InputProblem.class, () -> classify(0, all));

        assertEquals(List.of("tile.png"), filesInFolder());
    }

    private TileClassification classify(int alpha, TileOutputs outputs) throws IOException, InterruptedException {
        Path tile = DrawnPng.write(folder.resolve("tile.png"), alpha);
        return classifier.classify(
                new TileRequest(tile, RasterOptions.NONE, Long.MAX_VALUE, null, null, outputs), WindowProgress.NONE);
    }

    private List<String> filesInFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
