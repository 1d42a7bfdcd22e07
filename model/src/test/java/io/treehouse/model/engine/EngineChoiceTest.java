package io.treehouse.model.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    private static String precision(PrecisionChoice choice, List<PrecisionCost> costs) {
        TrainedModel tiny = TestModels.tiny();
        TrainedModel model = new TrainedModel(
                tiny.name(),
                tiny.version(),
                tiny.network(),
                tiny.weights(),
                tiny.input(),
                tiny.temperature(),
                costs,
                tiny.training(),
                tiny.errors());
        try (EngineFactory factory = EngineChoice.choose(model, choice);
                SegmentationEngine engine = factory.open()) {
            return engine.precision();
        }
    }
}
