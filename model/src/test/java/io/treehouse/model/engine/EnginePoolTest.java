package io.treehouse.model.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.model.bundle.TestModels;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnginePoolTest {
    private static final EngineOptions TWO_WORKERS = new EngineOptions(PrecisionChoice.EXACT, 2);

    @Test
    void manyCallersGetTheAnswersOfASingleOne() {
        List<float[]> pictures = IntStream.range(0, 40)
                .mapToObj(i -> EngineTest.picture(64, 64, i))
                .toList();
        try (EnginePool pool = EnginePool.open(TestModels.tiny(), TWO_WORKERS)) {
            List<float[]> expected = pictures.stream()
                    .map(rgb -> EngineTest.classify(pool, 64, 64, rgb))
                    .toList();
            List<float[]> actual = pictures.parallelStream()
                    .map(rgb -> EngineTest.classify(pool, 64, 64, rgb))
                    .toList();
            for (int i = 0; i < expected.size(); i++) {
                assertArrayEquals(expected.get(i), actual.get(i));
            }
        }
    }

    @Test
    void anEngineIsFreeAgainAfterAFailure() {
        try (EnginePool pool = EnginePool.open(TestModels.tiny(), new EngineOptions(PrecisionChoice.EXACT, 1))) {
            assertThrows(RuntimeException.class, () -> pool.classify(64, 64, new float[3], new float[5]));
            EngineTest.classify(pool, 32, 32, EngineTest.picture(32, 32, 1));
        }
    }

    @Test
    void aClosedPoolRefusesCallers() {
        EnginePool pool = EnginePool.open(TestModels.tiny(), TWO_WORKERS);
        pool.close();
        pool.close();
        assertThrows(IllegalStateException.class, () -> EngineTest.classify(pool, 32, 32, new float[32 * 32 * 3]));
    }

    @Test
    void saysWhatServes() {
        try (EnginePool pool = EnginePool.open(TestModels.tiny(), TWO_WORKERS)) {
            assertEquals("f32", pool.precision());
            assertTrue(pool.name().startsWith("onednn-3."), pool.name());
            assertEquals(2, pool.workers());
            assertTrue(pool.processor().cores() > 0);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "2, 1, 2", "4, 1, 4", "16, 1, 16", "16, 4, 4", "2, 2, 1", "2, 4, 1", "2, , 2", "2, many, 2"})
    void thereAreAsManyWorkersAsTheCoresAreEnoughFor(int cores, String threadsEach, int workers) {
        assertEquals(workers, EngineOptions.workers(cores, threadsEach));
    }

    @Test
    void unknownPrecisionsAreRefused() {
        assertEquals(PrecisionChoice.AUTO, PrecisionChoice.parse("auto"));
        assertThrows(InputProblem.class, () -> PrecisionChoice.parse("int4"));
    }
}
