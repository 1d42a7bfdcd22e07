package io.treehouse.inference.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.raster.GridOrigin;
import io.treehouse.model.bundle.FineLook;
import io.treehouse.model.bundle.ModelInput;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResumedSceneTest {
    private static final ModelInput SMALL_WINDOWS = new ModelInput(ModelInput.RGB, 127, 128, 0.5, 64, 16);

    /** With holes larger than a window, and smaller ones. */
    private static final DrawnScene.Drawing HOLED =
            (x, y) -> x > 60 && x < 190 && y > 50 && y < 160 || (x * x + y) % 11 == 3
                    ? Optional.empty()
                    : SceneSegmenterTest.patches(x * 5, y * 3);

    private final Map<Integer, float[]> kept = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();
    private ModelInput input = SMALL_WINDOWS;

    /** The model's grid and two finer ones. */
    private static final ModelInput FINE_LOOKS =
            SMALL_WINDOWS.withFineLooks(List.of(new FineLook(0.3, 0.3), new FineLook(0.2, 0.2)));

    @ParameterizedTest
    @CsvSource({
        "0.05, 900, 1400, false",
        "0.37, 333, 217, false",
        "0.5, 333, 217, false",
        "0.8, 200, 130, false",
        "2, 60, 90, false",
        "0.05, 900, 1400, true",
        "0.2, 1100, 2000, true",
        "0.28, 333, 217, true",
        // Small enough for two looks on the first two grids, since it does not begin at a cell.
        "0.2, 80, 60, true"
    })
    void whicheverWindowsAreFinishedTheMapIsTheSameBitForBit(double gsdMetres, int width, int height, boolean fineLooks)
            throws InterruptedException {
        input = fineLooks ? FINE_LOOKS : SMALL_WINDOWS;
        CollectedMap whole = segment(new DrawnScene(width, height, gsdMetres, HOLED).at(new GridOrigin(10, 3)));
        int all = calls.get();
        Map<Integer, float[]> logits = Map.copyOf(kept);
        Random random = new Random(5);
        for (int run = 0; run < 12; run++) {
            BitSet finished = finished(run, logits.size(), random);
            kept.clear();
            finished.stream().forEach(window -> kept.put(window, logits.get(window)));
            long toDo = logits.entrySet().stream()
                    .filter(window -> !finished.get(window.getKey()) && window.getValue().length > 0)
                    .count();
            calls.set(0);
            DrawnScene scene = new DrawnScene(width, height, gsdMetres, HOLED).at(new GridOrigin(10, 3));

            assertTrue(whole.isSameAs(segment(scene)), "run " + run);

            assertEquals(toDo, calls.get());
            assertEquals((long) width * height, scene.pixelsRead());
            assertEquals(logits.size(), kept.size());
        }
        assertTrue(all > 0);
    }

    /** All, a beginning of all with gaps near its end as of several workers, or any. */
    private static BitSet finished(int run, int windows, Random random) {
        BitSet finished = new BitSet();
        int end = run == 0 ? windows : random.nextInt(windows);
        for (int window = 0; window < windows; window++) {
            boolean early = window < end && (run == 0 || window < end - 4 || random.nextBoolean());
            finished.set(window, run % 3 == 2 ? random.nextBoolean() : early);
        }
        return finished;
    }

    private CollectedMap segment(DrawnScene scene) throws InterruptedException {
        CollectedMap map = new CollectedMap(scene.width(), scene.height());
        WindowClassifier counting = (height, width, rgb, logits) -> {
            calls.incrementAndGet();
            new ColourClassifier().logits(height, width, rgb, logits);
        };
        try (SceneSegmenter segmenter = new SceneSegmenter(input, counting, 2);
                AdmittedScene admitted = segmenter.admit(scene, 0)) {
            admitted.segment(map, PixelProbabilities.NONE, new KeptWindows(), WindowProgress.NONE);
        }
        return map;
    }

    private final class KeptWindows implements WindowMemory {
        @Override
        public boolean holds(int window) {
            return kept.containsKey(window);
        }

        @Override
        public float[] recall(int window) {
            return kept.get(window);
        }

        @Override
        public void keep(int window, float[] logits) {
            kept.put(window, logits);
        }
    }
}
