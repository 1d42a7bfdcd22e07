package io.treehouse.model.engine;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.model.bundle.Arithmetic;
import io.treehouse.model.bundle.PrecisionCost;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.onednn.OneDnn;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses the library and the arithmetic for this machine. */
final class EngineChoice {
    private static final Logger LOG = LoggerFactory.getLogger(EngineChoice.class);
    private static final int TIMING_PIXELS = 256;
    private static final int TIMING_ROUNDS = 3;
    private static final double NANOS_PER_MILLI = 1e6;

    /**
     * Other programs disturb a short timing: the narrower arithmetic, which has instructions of its own, gives way only where it
     * is slower by more than that. Else the same model would answer in another precision after another start.
     */
    private static final double NOISE = 1.5;

    private EngineChoice() {}

    /** Opens the factory of the chosen engines; the caller closes it. */
    static EngineFactory choose(TrainedModel model, PrecisionChoice precision) {
        if (!OneDnn.isAvailable()) {
            LOG.warn("oneDNN does not load on this machine; the slower engine of ND4J operations serves in f32");
            return new Nd4jEngines(model);
        }
        return switch (precision) {
            case EXACT -> new OneDnnEngines(model, Arithmetic.F32);
            case BF16 -> reduced(model, Arithmetic.BF16);
            case INT8 -> eightBit(model);
            case AUTO -> fastest(model, candidates(model));
        };
    }

    private static EngineFactory reduced(TrainedModel model, Arithmetic arithmetic) {
        if (!SupportedArithmetics.hasOperations(arithmetic)) {
            LOG.warn(
                    "{} is computed in f32 numbers, which takes longer than f32: this processor ({}) has no instructions for it",
                    arithmetic.label(),
                    Processor.detect().instructionSet().label());
        }
        return new OneDnnEngines(model, arithmetic);
    }

    private static EngineFactory eightBit(TrainedModel model) {
        if (model.quantization().isEmpty()) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "Model " + model.name() + " " + model.version() + " has no ranges for 8 bits.",
                    "Choose another precision, or add ranges to the model with ./treehouse quantize.");
        }
        return reduced(model, Arithmetic.INT8);
    }

    /** What the model allows and the processor has instructions for. */
    static List<Arithmetic> candidates(TrainedModel model) {
        return SupportedArithmetics.of(model).stream()
                .filter(arithmetic -> isAllowed(model, arithmetic))
                .toList();
    }

    private static boolean isAllowed(TrainedModel model, Arithmetic arithmetic) {
        return arithmetic == Arithmetic.F32
                || model.precisionCost(arithmetic)
                        .filter(PrecisionCost::isAllowed)
                        .isPresent();
    }

    private static EngineFactory fastest(TrainedModel model, List<Arithmetic> candidates) {
        EngineFactory fastest = new OneDnnEngines(model, candidates.get(0));
        if (candidates.size() == 1) {
            return fastest;
        }
        long fewestNanos = nanosPerWindow(candidates.get(0), fastest);
        for (Arithmetic arithmetic : candidates.subList(1, candidates.size())) {
            EngineFactory other = new OneDnnEngines(model, arithmetic);
            long nanos = nanosPerWindow(arithmetic, other);
            if (nanos < NOISE * fewestNanos) {
                fastest.close();
                fastest = other;
            } else {
                other.close();
            }
            fewestNanos = Math.min(fewestNanos, nanos);
        }
        return fastest;
    }

    /** The best of a few rounds; the one before them makes the plan. */
    private static long nanosPerWindow(Arithmetic arithmetic, EngineFactory factory) {
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
        LOG.info(
                "{} takes {} ms for a window of {} pixels",
                arithmetic.label(),
                Math.round(best / NANOS_PER_MILLI),
                TIMING_PIXELS);
        return best;
    }
}
