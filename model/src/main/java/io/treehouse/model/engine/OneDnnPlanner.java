package io.treehouse.model.engine;

import io.treehouse.model.bundle.Arithmetic;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.onednn.OneDnn;
import io.treehouse.model.onednn.Scratch;
import org.bytedeco.dnnl.stream;

/** Plans of oneDNN 3 primitives; they share one stream and one working memory. */
final class OneDnnPlanner implements Planner {
    private final TrainedModel model;
    private final Arithmetic arithmetic;
    private final Encodings encodings;
    private final PackedWeights weights;
    private final stream on = OneDnn.newStream();
    private final Scratch memory = new Scratch();

    private final ActivationObserver observer;

    /** @param weights shared with the other engines of the model; not closed here */
    OneDnnPlanner(TrainedModel model, Arithmetic arithmetic, PackedWeights weights) {
        this(model, arithmetic, weights, ActivationObserver.NONE);
    }

    /** @param observer is shown the output of every node; without one, sums are fused into the nodes before them */
    OneDnnPlanner(TrainedModel model, Arithmetic arithmetic, PackedWeights weights, ActivationObserver observer) {
        this.model = model;
        this.arithmetic = arithmetic;
        Encodings encoded = Encodings.of(model, arithmetic, wide());
        this.encodings = SupportedArithmetics.hasOperations(arithmetic) ? encoded : encoded.inFloats();
        this.weights = weights;
        this.observer = observer;
    }

    /**
     * What stays wide beside 8-bit integers. Where the processor has instructions for those but none for bf16, oneDNN's bf16 is
     * slower than f32. Where it has neither, answers are those of processors that have both.
     */
    private static Encoding wide() {
        return OneDnn.hasNativeInt8() && !OneDnn.hasNativeBf16() ? Encoding.F32 : Encoding.BF16;
    }

    @Override
    public String name() {
        return "onednn-" + OneDnn.version();
    }

    @Override
    public Arithmetic arithmetic() {
        return arithmetic;
    }

    @Override
    public Plan plan(int height, int width) {
        boolean fuseAdditions = observer == ActivationObserver.NONE;
        Schedule schedule = Schedule.of(model.network(), height, width, encodings, fuseAdditions);
        return new OneDnnPlan(schedule, weights, memory, on, observer);
    }

    @Override
    public void close() {
        memory.close();
        on.close();
    }
}
