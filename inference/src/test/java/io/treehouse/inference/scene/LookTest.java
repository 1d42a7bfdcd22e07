package io.treehouse.inference.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.raster.GridOrigin;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.model.bundle.ModelInput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookTest {
    /** Sure of water where the window has columns more than the scene of 64, sure of buildings where it has not. */
    private static final WindowClassifier BY_WIDTH = (height, width, rgb, logits) -> {
        SurfaceClass seen = width > 64 ? SurfaceClass.WATER : SurfaceClass.BUILDING;
        for (int pixel = 0; pixel < height * width; pixel++) {
            logits[SurfaceClass.COUNT * pixel + seen.code()] = 99;
        }
    };

    @ParameterizedTest
    @CsvSource({
        // A small scene that does not begin at a cell is seen from the ground's cells and from its own corner.
        "200, 150, 5, 0, 2",
        "384, 384, 31, 31, 2",
        // One that begins at a cell, or lies nowhere, sees the same in both.
        "200, 150, 0, 0, 1",
        // A larger one is seen once.
        "385, 150, 5, 0, 1",
        "1000, 1000, 5, 7, 1"
    })
    void smallScenesHaveTwoLooks(int width, int height, int columnLead, int rowLead, int looks) {
        List<Look> made = Look.of(new ModelGrid(width, height, columnLead, rowLead), ModelInput.standard());

        assertEquals(looks, made.size());
        assertEquals(1, made.stream().mapToDouble(Look::share).sum(), 1e-7);
    }

    @Test
    void theAnswerIsTheSumOfBothLooks() throws InterruptedException {
        CollectedMap map = segment(scene().at(new GridOrigin(10, 0)), WindowMemory.NONE);

        assertEquals(64 * 48, map.count(SurfaceClass.BUILDING.code()));
        assertEquals(0.6, map.confidence(20, 20), 1e-6);
    }

    @Test
    void withoutGeoreferencingThereIsOne() throws InterruptedException {
        CollectedMap map = segment(scene(), WindowMemory.NONE);

        assertEquals(1, map.confidence(20, 20), 1e-6);
    }

    @ParameterizedTest
    @CsvSource({"0", "1"})
    void theLookThatIsMissingIsTakenAgain(int kept) throws InterruptedException {
        Kept all = new Kept();
        CollectedMap whole = segment(scene().at(new GridOrigin(10, 0)), all);
        Kept one = new Kept();
        one.keep(kept, all.recall(kept));

        CollectedMap again = segment(scene().at(new GridOrigin(10, 0)), one);

        assertTrue(whole.isSameAs(again));
        assertEquals(2, one.windows.size());
    }

    private static DrawnScene scene() {
        return new DrawnScene(64, 48, 0.5, (x, y) -> Optional.of(SurfaceClass.OTHER));
    }

    private static CollectedMap segment(DrawnScene scene, WindowMemory memory) throws InterruptedException {
        CollectedMap map = new CollectedMap(scene.width(), scene.height());
        try (SceneSegmenter segmenter = new SceneSegmenter(ModelInput.standard(), BY_WIDTH, 1);
                AdmittedScene admitted = segmenter.admit(scene, 0)) {
            admitted.segment(map, PixelProbabilities.NONE, memory, WindowProgress.NONE);
        }
        return map;
    }

    /** Keeps windows on the heap. */
    private static final class Kept implements WindowMemory {
        private final Map<Integer, float[]> windows = new HashMap<>();

        @Override
        public boolean holds(int window) {
            return windows.containsKey(window);
        }

        @Override
        public float[] recall(int window) {
            return windows.get(window).clone();
        }

        @Override
        public synchronized void keep(int window, float[] logits) {
            windows.put(window, logits.clone());
        }
    }
}
