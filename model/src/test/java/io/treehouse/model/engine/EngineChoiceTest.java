package io.treehouse.model.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.model.bundle.Arithmetic;
import io.treehouse.model.bundle.PrecisionCost;
import io.treehouse.model.bundle.TestModels;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.onednn.OneDnn;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EngineChoiceTest {
    @BeforeAll
    static void needOneDnn() {
        Assumptions.assumeTrue(OneDnn.isAvailable(), "oneDNN does not load here");
    }

    @Test
    void autoIsExactWhereNobodyMeasuredWhatBf16Costs() {
        assertEquals("f32", precision(PrecisionChoice.AUTO, List.of()));
    }

    @Test
    void autoIsExactWhereBf16CostsTooMuch() {
        assertEquals("f32", precision(PrecisionChoice.AUTO, List.of(new PrecisionCost(Arithmetic.BF16, 0.1, 0.31))));
    }

    @Test
    void autoTakesBf16OnlyWhereTheProcessorHasIt() {
        String chosen = precision(PrecisionChoice.AUTO, List.of(new PrecisionCost(Arithmetic.BF16, 0.1, 0.1)));
        assertTrue(OneDnn.hasNativeBf16() ? Set.of("f32", "bf16").contains(chosen) : chosen.equals("f32"), chosen);
    }

    @Test
    void whatIsAskedForIsTakenWhateverItCosts() {
        assertEquals("bf16", precision(PrecisionChoice.BF16, List.of()));
        assertEquals("f32", precision(PrecisionChoice.EXACT, List.of(new PrecisionCost(Arithmetic.BF16, -1, -1))));
    }

    @Test
    void eightBitsNeedRanges() {
        InputProblem problem =
                assertThrows(InputProblem.class, () -> EngineChoice.choose(TestModels.tiny(), PrecisionChoice.INT8));
        assertTrue(problem.getMessage().contains("has no ranges"), problem.getMessage());
    }

    @Test
    void candidatesAreWhatTheModelAllowsAndTheProcessorHas() {
        TrainedModel ranged = EngineTest.calibrated(TestModels.tiny());
        PrecisionCost cheap = new PrecisionCost(Arithmetic.INT8, 0.1, 0.2);
        PrecisionCost dear = new PrecisionCost(Arithmetic.INT8, 0.2, 0.2);
        PrecisionCost losesHouses = new PrecisionCost(Arithmetic.INT8, 0.1, 0.2, 1.0);

        assertEquals(List.of(Arithmetic.F32), EngineChoice.candidates(ranged));
        assertEquals(List.of(Arithmetic.F32), EngineChoice.candidates(ranged.withPrecisionCosts(List.of(dear))));
        assertEquals(List.of(Arithmetic.F32), EngineChoice.candidates(ranged.withPrecisionCosts(List.of(losesHouses))));
        assertEquals(
                OneDnn.hasNativeInt8() ? List.of(Arithmetic.F32, Arithmetic.INT8) : List.of(Arithmetic.F32),
                EngineChoice.candidates(ranged.withPrecisionCosts(List.of(cheap))));
    }

    @Test
    void everyProcessorMeasuresBf16AndEightBitsWhereThereAreRanges() {
        TrainedModel tiny = TestModels.tiny();
        assertEquals(
                List.of(Arithmetic.F32, Arithmetic.BF16, Arithmetic.INT8),
                SupportedArithmetics.measurable(EngineTest.calibrated(tiny)));
        assertEquals(List.of(Arithmetic.F32, Arithmetic.BF16), SupportedArithmetics.measurable(tiny));
    }

    private static String precision(PrecisionChoice choice, List<PrecisionCost> costs) {
        TrainedModel model = TestModels.tiny().withPrecisionCosts(costs);
        try (EngineFactory factory = EngineChoice.choose(model, choice);
                SegmentationEngine engine = factory.open()) {
            return engine.precision();
        }
    }
}
