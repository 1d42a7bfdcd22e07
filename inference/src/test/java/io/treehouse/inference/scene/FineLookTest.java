package io.treehouse.inference.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.raster.GridOrigin;
import io.treehouse.datasets.raster.GroundSampling;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.model.bundle.FineLook;
import io.treehouse.model.bundle.ModelInput;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FineLookTest {
    private static final ModelInput OWN = new ModelInput(ModelInput.RGB, 127, 128, 0.5, 64, 16);
    private static final ModelInput BOTH = OWN.withFineLooks(List.of(new FineLook(0.3, 0.4)));
    private static final ModelInput FINE = new ModelInput(ModelInput.RGB, 127, 128, 0.3, 64, 16);

    @ParameterizedTest
    @CsvSource({
        // As fine as the look, or finer.
        "0.3, 0.3, 2",
        "0.301, 0.2, 2",
        "0.05, 0.05, 2",
        // Coarser along one axis: the look would show nothing new.
        "0.31, 0.2, 1",
        "0.5, 0.5, 1",
        "2, 2, 1"
    })
    void scenesWithFinePixelsAreSeenOnAFinerGridToo(double xMetres, double yMetres, int grids) {
        DrawnScene scene = new DrawnScene(
                300,
                200,
                new GroundSampling(xMetres, yMetres, GroundSampling.Source.PARAMETER),
                SceneSegmenterTest::patches);

        SceneLayout layout = SceneLayout.of(scene, BOTH);

        assertEquals(grids, layout.grids().size());
        assertEquals(1, layout.grids().stream().mapToDouble(GridLayout::share).sum(), 1e-7);
    }

    @Test
    void aSceneOfUnknownGroundIsNotFine() {
        DrawnScene scene = new DrawnScene(
                300, 200, new GroundSampling(0.2, 0.2, GroundSampling.Source.ASSUMED), SceneSegmenterTest::patches);

        assertEquals(1, SceneLayout.of(scene, BOTH).grids().size());
    }

    @Test
    void theAnswerIsTheSumOfBothWhereTheyDisagree() throws InterruptedException {
        // 40 m: 80 pixels of the model's grid make a window of 96, 133 of the finer one a window of 160.
        WindowClassifier byWidth = (height, width, rgb, logits) -> {
            SurfaceClass seen = width > 100 ? SurfaceClass.WATER : SurfaceClass.BUILDING;
            for (int pixel = 0; pixel < height * width; pixel++) {
                logits[SurfaceClass.COUNT * pixel + seen.code()] = 99;
            }
        };
        ModelInput input = ModelInput.standard().withFineLooks(List.of(new FineLook(0.3, 0.4)));
        DrawnScene scene = new DrawnScene(200, 200, 0.2, (x, y) -> Optional.of(SurfaceClass.OTHER));

        CollectedMap map = segment(scene, input, byWidth, PixelProbabilities.NONE);

        assertEquals(200 * 200, map.count(SurfaceClass.BUILDING.code()));
        assertEquals(0.6, map.confidence(100, 100), 1e-6);
    }

    /** The last is read in four parts, and its rows of windows end by turns on either grid. */
    @ParameterizedTest
    @CsvSource({"0.3, 100, 80, 0", "0.2, 230, 170, 17", "0.1, 1500, 2600, 40"})
    void probabilitiesAreTheWeightedMeanOfBothGridsAndTheSceneIsReadOnce(
            double gsdMetres, int width, int height, int shift) throws InterruptedException {
        DrawnScene scene = drawn(width, height, gsdMetres, shift);
        float[] both = probabilities(scene, BOTH);
        float[] own = probabilities(drawn(width, height, gsdMetres, shift), OWN);
        float[] fine = probabilities(drawn(width, height, gsdMetres, shift), FINE);

        float[] expected = new float[both.length];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = 0.6f * own[i] + 0.4f * fine[i];
        }
        assertArrayEquals(expected, both, 1e-5f);
        assertEquals((long) width * height, scene.pixelsRead());
        assertTrue(scene.largestReadPixels() <= SceneChunks.CHUNK_PIXELS);
    }

    @Test
    void pixelsThatAreNotSquareAreScaledAlongEachAxis() throws InterruptedException {
        GroundSampling ground = new GroundSampling(0.1, 0.28, GroundSampling.Source.PARAMETER);
        DrawnScene scene = new DrawnScene(900, 300, ground, SceneSegmenterTest::patches);
        float[] both = probabilities(scene, BOTH);
        float[] own = probabilities(scene, OWN);
        float[] fine = probabilities(scene, FINE);

        for (int i = 0; i < both.length; i++) {
            assertEquals(0.6f * own[i] + 0.4f * fine[i], both[i], 1e-5f);
        }
    }

    private static DrawnScene drawn(int width, int height, double gsdMetres, int shift) {
        return new DrawnScene(width, height, gsdMetres, SceneSegmenterTest::patches)
                .at(new GridOrigin(shift, 3 * shift));
    }

    private static float[] probabilities(DrawnScene scene, ModelInput input) throws InterruptedException {
        float[] told = new float[scene.width() * scene.height() * SurfaceClass.COUNT];
        segment(
                scene,
                input,
                new ColourClassifier(),
                (x, y, pixel) -> System.arraycopy(
                        pixel, 0, told, SurfaceClass.COUNT * (y * scene.width() + x), SurfaceClass.COUNT));
        return told;
    }

    private static CollectedMap segment(
            DrawnScene scene, ModelInput input, WindowClassifier classifier, PixelProbabilities probabilities)
            throws InterruptedException {
        CollectedMap map = new CollectedMap(scene.width(), scene.height());
        try (SceneSegmenter segmenter = new SceneSegmenter(input, classifier, 2)) {
            segmenter.segment(scene, map, probabilities, WindowProgress.NONE);
        }
        return map;
    }
}
