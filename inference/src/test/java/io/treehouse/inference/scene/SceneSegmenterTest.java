package io.treehouse.inference.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.raster.GridOrigin;
import io.treehouse.datasets.raster.GroundSampling;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.model.bundle.ModelInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SceneSegmenterTest {
    private static final ModelInput SMALL_WINDOWS = new ModelInput(ModelInput.RGB, 127, 128, 0.5, 64, 16);

    @ParameterizedTest
    @CsvSource({
        "32,32", "33,47", "255,257", "511,513", "513,129", "32,600", "600,32", "191,1", "1,191", "20,20", "1,1", "65,64"
    })
    void aSceneOfAnySizeHasACompleteMapOfItsOwnSize(int width, int height) throws InterruptedException {
        DrawnScene scene = new DrawnScene(width, height, 0.5, SceneSegmenterTest::patches);

        CollectedMap map = segment(scene, SMALL_WINDOWS, new ColourClassifier());

        assertEquals(height, map.rowsReceived());
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                assertEquals(scene.expectedCode(x, y), map.code(x, y), "at " + x + ", " + y);
                assertTrue(map.confidence(x, y) > 0.9f && map.confidence(x, y) <= 1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.37, 0.5, 0.8})
    void windowsGiveTheSameMapAsOneShot(double gsdMetres) throws InterruptedException {
        DrawnScene scene = new DrawnScene(230, 170, gsdMetres, SceneSegmenterTest::patches);

        CollectedMap windows = segment(scene, SMALL_WINDOWS, new ColourClassifier());
        CollectedMap oneShot = segment(scene, ModelInput.standard(), new ColourClassifier());

        for (int y = 0; y < scene.height(); y++) {
            for (int x = 0; x < scene.width(); x++) {
                assertEquals(oneShot.code(x, y), windows.code(x, y));
                assertEquals(oneShot.confidence(x, y), windows.confidence(x, y), 1e-5);
            }
        }
    }

    @Test
    void whatTheNetworkSaysAtTheEdgeOfAWindowDecidesNothingInsideTheScene() throws InterruptedException {
        ColourClassifier colours = new ColourClassifier();
        WindowClassifier wrongAtEdges = (height, width, rgb, logits) -> {
            colours.logits(height, width, rgb, logits);
            for (int i = 0; i < height * width; i++) {
                int fromEdge = Math.min(
                        Math.min(i % width, width - 1 - i % width), Math.min(i / width, height - 1 - i / width));
                if (fromEdge < 3) {
                    for (int c = 0; c < SurfaceClass.COUNT; c++) {
                        logits[SurfaceClass.COUNT * i + c] = c == SurfaceClass.WATER.code() ? 99 : 0;
                    }
                }
            }
        };
        DrawnScene scene = new DrawnScene(320, 192, 0.5, (x, y) -> Optional.of(SurfaceClass.BUILDING));

        CollectedMap map = segment(scene, SMALL_WINDOWS, wrongAtEdges);

        assertEquals(2 * 3 * (320 + 192 - 2 * 3), map.count(SurfaceClass.WATER.code()));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0, 0", "0.5, 7, 45", "0.5, 100, 31", "0.25, 9, 70", "0.2, 33, 81"})
    void aCropSeesTheSameCellsOfTheNetworkAsTheWhole(double gsdMetres, int left, int top) throws InterruptedException {
        // Answers by the place within a cell: as a network does that sees every 32nd pixel only.
        WindowClassifier byPlaceInCell = (height, width, rgb, logits) -> {
            for (int pixel = 0; pixel < height * width; pixel++) {
                boolean water = pixel % width % 32 < 16 == pixel / width % 32 < 16;
                logits[SurfaceClass.COUNT * pixel + SurfaceClass.WATER.code()] = water ? 99 : 0;
                logits[SurfaceClass.COUNT * pixel + SurfaceClass.OTHER.code()] = water ? 0 : 99;
            }
        };
        GridOrigin origin = new GridOrigin(5_368_123, -2_400_017);
        DrawnScene whole = new DrawnScene(400, 300, gsdMetres, SceneSegmenterTest::patches).at(origin);
        DrawnScene crop = new DrawnScene(190, 150, gsdMetres, SceneSegmenterTest::patches)
                .at(new GridOrigin(origin.column() + left, origin.row() + top));

        CollectedMap wholeMap = segment(whole, SMALL_WINDOWS, byPlaceInCell);
        CollectedMap cropMap = segment(crop, SMALL_WINDOWS, byPlaceInCell);

        int same = 0;
        for (int y = 0; y < crop.height(); y++) {
            for (int x = 0; x < crop.width(); x++) {
                same += cropMap.code(x, y) == wholeMap.code(left + x, top + y) ? 1 : 0;
            }
        }
        // At other distances than the model's the model's pixels begin at the edge of the scene: less than one off.
        assertEquals(1, same / (190.0 * 150), gsdMetres == 0.5 ? 0 : 0.06);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.1, 0.3, 1, 2})
    void areasOnTheGroundStayWhatTheyAreAtAnyGroundSamplingDistance(double gsdMetres) throws InterruptedException {
        // 60 m × 48 m of grass with a lake of 24 m × 20 m.
        int width = (int) Math.round(60 / gsdMetres);
        int height = (int) Math.round(48 / gsdMetres);
        DrawnScene scene = new DrawnScene(width, height, gsdMetres, (x, y) -> {
            double east = (x + 0.5) * gsdMetres;
            double south = (y + 0.5) * gsdMetres;
            boolean lake = east > 12 && east < 36 && south > 14 && south < 34;
            return Optional.of(lake ? SurfaceClass.WATER : SurfaceClass.OTHER);
        });

        CollectedMap map = segment(scene, SMALL_WINDOWS, new ColourClassifier());

        double lakeM2 = map.count(SurfaceClass.WATER.code()) * gsdMetres * gsdMetres;
        double shoreMetres = 2 * (24 + 20);
        // Half a model pixel along the shore either way.
        assertEquals(24 * 20, lakeM2, shoreMetres * 0.25);
        assertEquals(0, map.count(SurfaceClass.NODATA));
    }

    @Test
    void eachAxisIsScaledByItsOwnGroundSize() throws InterruptedException {
        List<String> sizes = new ArrayList<>();
        GroundSampling ground = new GroundSampling(0.25, 1, GroundSampling.Source.GEOREFERENCING);
        DrawnScene scene = new DrawnScene(128, 16, ground, SceneSegmenterTest::patches);

        segment(scene, SMALL_WINDOWS, recordingSizes(sizes));

        assertEquals(List.of("32x64"), sizes);
    }

    @ParameterizedTest
    @CsvSource({"0.5025,PARAMETER,100", "0.51,PARAMETER,102", "2,ASSUMED,100"})
    void pixelsOfTheModelsSizeAndThoseOfUnknownSizeAreTakenAsTheyAre(
            double gsdMetres, GroundSampling.Source source, int modelWidth) {
        DrawnScene scene =
                new DrawnScene(100, 100, new GroundSampling(gsdMetres, gsdMetres, source), SceneSegmenterTest::patches);

        assertEquals(modelWidth, ModelGrid.of(scene, 0.5).width());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.13, 1.3})
    void exactlyThePixelsWithoutImageryAreNodata(double gsdMetres) throws InterruptedException {
        DrawnScene scene = new DrawnScene(260, 180, gsdMetres, (x, y) -> {
            boolean hole = x > 40 && x < 190 && y > 20 && y < 150;
            boolean speck = (x * 31 + y * 17) % 97 == 0;
            return hole || speck ? Optional.empty() : patches(x, y);
        });

        CollectedMap map = segment(scene, SMALL_WINDOWS, new ColourClassifier());

        for (int y = 0; y < scene.height(); y++) {
            for (int x = 0; x < scene.width(); x++) {
                boolean nodata = scene.expectedCode(x, y) == SurfaceClass.NODATA;
                assertEquals(nodata, map.code(x, y) == SurfaceClass.NODATA, "at " + x + ", " + y);
                assertEquals(nodata, map.confidence(x, y) == 0);
            }
        }
    }

    @Test
    void theNetworkNeverSeesWhatStandsInNodataPixels() throws InterruptedException {
        DrawnScene scene = new DrawnScene(
                300, 200, 0.4, (x, y) -> x < 150 && y > 30 ? Optional.empty() : Optional.of(SurfaceClass.TREE_CANOPY));
        WindowClassifier expectingTrees = (height, width, rgb, logits) -> {
            for (int i = 0; i < height * width; i++) {
                assertEquals(SurfaceClass.TREE_CANOPY.rgb() >> 16, rgb[3 * i], 1e-3);
            }
            new ColourClassifier().logits(height, width, rgb, logits);
        };

        CollectedMap map = segment(scene, SMALL_WINDOWS, expectingTrees);

        assertEquals(300 * 200 - 150 * 169, map.count(SurfaceClass.TREE_CANOPY.code()));
    }

    @Test
    void aSceneWithoutAnyImageryIsAllNodataAndNeverReachesTheNetwork() throws InterruptedException {
        List<String> sizes = new ArrayList<>();
        DrawnScene scene = new DrawnScene(130, 90, 0.5, (x, y) -> Optional.empty());

        CollectedMap map = segment(scene, SMALL_WINDOWS, recordingSizes(sizes));

        assertEquals(130 * 90, map.count(SurfaceClass.NODATA));
        assertEquals(List.of(), sizes);
    }

    @Test
    void theTemperatureChangesConfidencesAndNoClass() throws InterruptedException {
        DrawnScene scene = new DrawnScene(230, 170, 0.37, SceneSegmenterTest::patches);
        CollectedMap plain = new CollectedMap(230, 170);
        CollectedMap calibrated = new CollectedMap(230, 170);
        try (SceneSegmenter one = new SceneSegmenter(SMALL_WINDOWS, new ColourClassifier(), 1);
                SceneSegmenter hot = new SceneSegmenter(SMALL_WINDOWS, 3, new ColourClassifier(), 1)) {
            one.segment(scene, plain, WindowProgress.NONE);
            hot.segment(scene, calibrated, WindowProgress.NONE);
        }

        for (int y = 0; y < 170; y++) {
            for (int x = 0; x < 230; x++) {
                assertEquals(plain.code(x, y), calibrated.code(x, y));
                assertTrue(calibrated.confidence(x, y) <= plain.confidence(x, y) + 1e-4);
            }
        }
    }

    @Test
    void theProbabilitiesOfEachPixelExplainItsConfidence() throws InterruptedException {
        DrawnScene scene = new DrawnScene(90, 70, 0.4, SceneSegmenterTest::patches);
        CollectedMap map = new CollectedMap(90, 70);
        float[] ofTheClass = new float[90 * 70 * SurfaceClass.COUNT];
        try (SceneSegmenter segmenter = new SceneSegmenter(SMALL_WINDOWS, new ColourClassifier(), 1)) {
            segmenter.segment(
                    scene,
                    map,
                    (x, y, probabilities) -> System.arraycopy(
                            probabilities, 0, ofTheClass, SurfaceClass.COUNT * (90 * y + x), SurfaceClass.COUNT),
                    WindowProgress.NONE);
        }

        for (int y = 0; y < 70; y++) {
            for (int x = 0; x < 90; x++) {
                assertEquals(
                        map.confidence(x, y), ofTheClass[SurfaceClass.COUNT * (90 * y + x) + map.code(x, y)], 1e-5);
            }
        }
    }

    @Test
    void windowsHandOverAtTheBordersThatAreTold() {
        DrawnScene wide = new DrawnScene(200, 40, 0.25, SceneSegmenterTest::patches);
        DrawnScene small = new DrawnScene(60, 40, 0.5, SceneSegmenterTest::patches);
        try (SceneSegmenter segmenter = new SceneSegmenter(SMALL_WINDOWS, new ColourClassifier(), 1)) {
            // 100 pixels of the model are four cells of 32: three windows of two cells, from 0, 32 and 64 on. They hand
            // over at 48 and 80, which are columns 96 and 160 of the scene.
            assertEquals(new WindowBorders(List.of(96, 160), List.of()), segmenter.windowBorders(wide));
            assertTrue(segmenter.windowBorders(small).isEmpty());
        }
        assertEquals(4, new WindowBorders(List.of(96, 160), List.of()).distance(100, 7));
    }

    @Test
    void progressCountsEveryWindowOnce() throws InterruptedException {
        List<Integer> done = new ArrayList<>();
        List<Integer> totals = new ArrayList<>();
        DrawnScene scene = new DrawnScene(200, 100, 0.5, SceneSegmenterTest::patches);
        try (SceneSegmenter segmenter = new SceneSegmenter(SMALL_WINDOWS, new ColourClassifier(), 2)) {
            segmenter.segment(scene, new CollectedMap(200, 100), (finished, total) -> {
                done.add(finished);
                totals.add(total);
            });
        }

        assertEquals(IntStream.rangeClosed(1, 6 * 3).boxed().toList(), done);
        assertEquals(List.of(6 * 3), totals.stream().distinct().toList());
    }

    @Test
    void memoryDoesNotGrowWithTheHeightAndEveryPixelIsReadOnce() throws InterruptedException {
        DrawnScene low = new DrawnScene(700, 2_000, 0.5, SceneSegmenterTest::patches);
        DrawnScene high = new DrawnScene(700, 2_000_000, 0.5, SceneSegmenterTest::patches);
        try (SceneSegmenter segmenter = new SceneSegmenter(SMALL_WINDOWS, new ColourClassifier(), 2)) {
            assertEquals(segmenter.heapBytes(low), segmenter.heapBytes(high));

            segmenter.segment(low, (first, rows, classes, confidence) -> {}, WindowProgress.NONE);
        }

        assertEquals(700L * 2_000, low.pixelsRead());
        assertTrue(low.largestReadPixels() <= 1 << 20);
    }

    @Test
    void aSceneTooWideForTheHeapIsRefusedBeforeItIsRead() {
        DrawnScene wide = new DrawnScene(3_000_000, 1_000, 0.5, SceneSegmenterTest::patches);
        try (SceneSegmenter segmenter = new SceneSegmenter(SMALL_WINDOWS, new ColourClassifier(), 1)) {
            InputProblem problem = assertThrows(
                    InputProblem.class,
                    () -> segmenter.segment(wide, (first, rows, classes, confidence) -> {}, WindowProgress.NONE));

            assertEquals(InputProblem.Kind.TOO_LARGE, problem.kind());
        }
        assertEquals(0, wide.pixelsRead());
    }

    static CollectedMap segment(DrawnScene scene, ModelInput input, WindowClassifier classifier)
            throws InterruptedException {
        CollectedMap map = new CollectedMap(scene.width(), scene.height());
        try (SceneSegmenter segmenter = new SceneSegmenter(input, classifier, 2)) {
            segmenter.segment(scene, map, WindowProgress.NONE);
        }
        return map;
    }

    /** Patches of 13 × 9 pixels of changing class. */
    static Optional<SurfaceClass> patches(int x, int y) {
        return Optional.of(SurfaceClass.ofCode((x / 13 * 3 + y / 9 * 7 + x / 40) % SurfaceClass.COUNT));
    }

    private static WindowClassifier recordingSizes(List<String> sizes) {
        return (height, width, rgb, logits) -> {
            sizes.add(height + "x" + width);
            new ColourClassifier().logits(height, width, rgb, logits);
        };
    }
}
