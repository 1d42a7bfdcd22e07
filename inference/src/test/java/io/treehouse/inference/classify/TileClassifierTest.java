package io.treehouse.inference.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.raster.RasterOptions;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.inference.landcover.ClassCover;
import io.treehouse.inference.scene.SeenGrid;
import io.treehouse.inference.scene.WindowProgress;
import io.treehouse.model.bundle.FineLook;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.bundle.ModelInput;
import io.treehouse.model.bundle.TestModels;
import io.treehouse.model.engine.EngineOptions;
import io.treehouse.model.engine.PrecisionChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TileClassifierTest {
    private static final String SHA256 = "ab".repeat(32);
    private static final int WIDTH = DrawnPng.WIDTH;
    private static final int HEIGHT = DrawnPng.HEIGHT;

    @TempDir
    static Path folder;

    private static TileClassifier classifier;

    @BeforeAll
    static void open() {
        classifier = TileClassifier.open(
                new ModelBundle(TestModels.tiny(), SHA256), new EngineOptions(PrecisionChoice.EXACT, 2), "1.2.3");
    }

    @AfterAll
    static void close() {
        classifier.close();
    }

    @Test
    void theAnswerCountsEveryPixelAndNamesWhereItComesFrom() throws Exception {
        TileClassification answer = classify(drawnPng("noise.png", 255), RasterOptions.NONE.withGsdMetres(0.5));

        assertEquals("tile 7", answer.id());
        assertEquals("2026-06-01", answer.date());
        assertEquals(
                SurfaceClass.all().stream().map(SurfaceClass::label).toList(),
                List.copyOf(answer.classes().keySet()));
        assertEquals(WIDTH * HEIGHT, answer.valid().pixels());
        assertEquals(
                WIDTH * HEIGHT,
                answer.classes().values().stream().mapToLong(ClassCover::pixels).sum());
        assertEquals(WIDTH * HEIGHT * 0.25, answer.valid().areaM2(), 1e-6);
        assertEquals(0, answer.nodata().pixels());
        assertEquals(0.5, answer.gsdMetres());
        assertEquals("parameter", answer.gsdSource());
        assertNull(answer.crs());
        assertEquals(new ImageSize(WIDTH, HEIGHT), answer.imageSize());
        assertEquals(List.of(1, 2, 3), answer.bands());
        assertEquals(new AppliedRange(0, 255, "type"), answer.valueRange());
        assertEquals(SHA256, answer.model().sha256());
        assertEquals("f32", answer.model().precision());
        assertEquals("1.2.3", answer.programVersion());
        assertTrue(answer.processingMillis() >= 0);
    }

    @Test
    void theAnswerSaysOnWhichGridsTheNetworkSawTheTile() throws Exception {
        ModelInput input = TestModels.tiny().input().withFineLooks(List.of(new FineLook(0.3, 0.4)));
        ModelBundle fine = new ModelBundle(TestModels.tiny().withInput(input), SHA256);
        SeenGrid own = new SeenGrid(input.gsdMetres(), 1);
        try (TileClassifier both = TileClassifier.open(fine, new EngineOptions(PrecisionChoice.EXACT, 1), "1.2.3")) {
            Path tile = drawnPng("fine.png", 255);

            assertEquals(
                    List.of(new SeenGrid(input.gsdMetres(), 0.6), new SeenGrid(0.3, 0.4)),
                    classify(both, tile, RasterOptions.NONE.withGsdMetres(0.3)).modelGrids());
            assertEquals(
                    List.of(own),
                    classify(both, tile, RasterOptions.NONE.withGsdMetres(0.31)).modelGrids());
            assertEquals(List.of(own), classify(both, tile, RasterOptions.NONE).modelGrids());
            assertEquals(
                    List.of(own),
                    classify(tile, RasterOptions.NONE.withGsdMetres(0.2)).modelGrids());
        }
    }

    @Test
    void withoutAGroundSamplingDistanceAreasAreUnknownAndTheAnswerSaysSo() throws Exception {
        TileClassification answer = classify(drawnPng("unplaced.png", 255), RasterOptions.NONE);

        assertNull(answer.gsdMetres());
        assertEquals("assumed", answer.gsdSource());
        assertNull(answer.valid().areaM2());
        answer.classes().values().forEach(cover -> assertNull(cover.areaM2()));
        assertEquals(1, answer.warnings().size());
    }

    @Test
    void theSameTileGetsTheSameFiguresAgain() throws Exception {
        Path tile = drawnPng("twice.png", 255);

        assertEquals(
                classify(tile, RasterOptions.NONE).classes(),
                classify(tile, RasterOptions.NONE).classes());
    }

    @Test
    void aTileWithoutAnyImageryIsRefused() throws Exception {
        Path transparent = drawnPng("transparent.png", 0);

        InputProblem problem = assertThrows(InputProblem.class, () -> classify(transparent, RasterOptions.NONE));

        assertEquals(InputProblem.Kind.UNUSABLE_RASTER, problem.kind());
    }

    @Test
    void aTileOverTheLimitIsRefused() throws Exception {
        Path tile = drawnPng("large.png", 255);
        TileRequest request =
                new TileRequest(tile, RasterOptions.NONE, WIDTH * HEIGHT - 1, null, null, TileOutputs.NONE);

        InputProblem problem =
                assertThrows(InputProblem.class, () -> classifier.classify(request, WindowProgress.NONE));

        assertEquals(InputProblem.Kind.TOO_LARGE, problem.kind());
    }

    private static TileClassification classify(Path tile, RasterOptions options) throws InterruptedException {
        return classify(classifier, tile, options);
    }

    private static TileClassification classify(TileClassifier with, Path tile, RasterOptions options)
            throws InterruptedException {
        return with.classify(
                new TileRequest(tile, options, Long.MAX_VALUE, "tile 7", "2026-06-01", TileOutputs.NONE),
                WindowProgress.NONE);
    }

    private static Path drawnPng(String name, int alpha) throws IOException {
        return DrawnPng.write(folder.resolve(name), alpha);
    }
}
