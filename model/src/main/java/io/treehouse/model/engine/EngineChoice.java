package io.treehouse.model.engine;

import io.treehouse.model.bundle.Arithmetic;
import io.treehouse.model.bundle.PrecisionCost;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.onednn.OneDnn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses the library and the arithmetic for this machine. */
final class EngineChoice {
    private static final Logger LOG = LoggerFactory.getLogger(EngineChoice.class);
    private static final int TIMING_PIXELS = 256;
    private static final int TIMING_ROUNDS = 3;

    private EngineChoice() {}

    /** Opens the factory of the chosen engines; the caller closes it. */
    static EngineFactory choose(TrainedModel model, PrecisionChoice precision) {
        if (!OneDnn.isAvailable()) {
            LOG.warn("oneDNN does not load on this machine; the slower engine of ND4J operations serves in f32");
            return new Nd4jEngines(model);
        }
        return switch (precision) {
            case EXACT -> new OneDnnEngines(model, Arithmetic.F32);
            case BF16 -> new OneDnnEngines(model, Arithmetic.BF16);
            case AUTO -> fastestAllowed(model);
        };
    }

    private static EngineFactory fastestAllowed(TrainedModel model) {
        EngineFactory exact = new OneDnnEngines(model, Arithmetic.F32);
        boolean allowed = model.precisionCost(Arithmetic.BF16)
                .filter(PrecisionCost::isAllowed)
                .isPresent();
        if (!allowed || !OneDnn.hasNativeBf16()) {
            return exact;
        }
        EngineFactory reduced = new OneDnnEngines(model, Arithmetic.BF16);
        boolean faster = nanosPerWindow(reduced) < nanosPerWindow(exact);
        (faster ? exact : reduced).close();
        return faster ? reduced : exact;
    }

    /** The best of a few rounds; the one before them makes the plan. */
    private static long nanosPerWindow(EngineFactory factory) {
        float[] rgb = new float[TIMING_PIXELS * TIMING_PIXELS * 3];
        float[] probabilities = new float[TIMING_PIXELS * TIMING_PIXELS * 5];
        long best = Long.MAX_VALUE;
        try (SegmentationEngine engine = factory.open()) {
            for (int round = 0; round <= TIMING_ROUNDS; round++) {
                long start = System.nanoTime();
                engine.classify(TIMING_PIXELS, TIMING_PIXELS, rgb, probabilities);
                best = Math.min(best, System.nanoTime() - start);
            }
        }
        return best;
    }
}
