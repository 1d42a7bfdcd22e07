package io.treehouse.model.engine;

import io.treehouse.model.network.NetworkSpec;
import io.treehouse.model.onednn.Address;
import io.treehouse.model.onednn.Scratch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.FloatPointer;

/**
 * A flat list of oneDNN primitives on one working memory. In it lie the schedule's tensors, then the primitives'
 * scratchpad.
 */
final class OneDnnPlan implements Plan {
    private static final long ALIGNMENT = 64;

    /** A step with the calls that it takes. */
    private record StepCalls(Step step, List<OneDnnCall> calls) {}

    private final Schedule schedule;
    private final Scratch memory;
    private final stream on;
    private final List<StepCalls> steps = new ArrayList<>();
    private final ActivationObserver observer;
    private final long scratchpad;
    private final long bytes;
    private long boundTo;

    /**
     * @param weights kernels and biases, valid until this plan is closed
     * @param memory working memory, which other plans use in between
     * @param observer is shown what each step makes
     */
    OneDnnPlan(Schedule schedule, PackedWeights weights, Scratch memory, stream on, ActivationObserver observer) {
        this.schedule = schedule;
        this.memory = memory;
        this.on = on;
        this.observer = observer;
        schedule.steps().forEach(step -> steps.add(new StepCalls(step, OneDnnCall.of(step, weights))));
        scratchpad = aligned(schedule.bytes());
        bytes = scratchpad
                + calls().mapToLong(call -> call.primitive().scratchpadBytes())
                        .max()
                        .orElse(0);
    }

    private Stream<OneDnnCall> calls() {
        return steps.stream().flatMap(step -> step.calls().stream());
    }

    private static long aligned(long offset) {
        return (offset + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    @Override
    public Schedule schedule() {
        return schedule;
    }

    @Override
    public void run(float[] input, float[] logits) {
        bind(memory.atLeast(bytes).address());
        at(schedule.input()).put(input, 0, (int) schedule.input().shape().values());
        boolean observed = observer != ActivationObserver.NONE;
        if (observed) {
            show(NetworkSpec.INPUT, schedule.input());
        }
        for (StepCalls step : steps) {
            for (OneDnnCall call : step.calls()) {
                run(call);
            }
            if (observed) {
                show(step.step().node().name(), step.step().output());
            }
        }
        on._wait();
        at(schedule.logits()).get(logits, 0, (int) schedule.logits().shape().values());
    }

    private void run(OneDnnCall call) {
        call.primitive().run(on);
        Tensor made = call.output();
        if (made.encoding().equals(Encoding.BF16_IN_F32)) {
            on._wait();
            Bf16InFloats.round(at(made), made.shape().values());
        }
    }

    private void show(String node, Tensor made) {
        observer.made(node, made.shape(), at(made));
    }

    /** The working memory moves when another plan needs a larger one. */
    private void bind(long address) {
        if (address != boundTo) {
            calls().forEach(call -> call.bind(address, scratchpad));
            boundTo = address;
        }
    }

    private FloatPointer at(Tensor tensor) {
        return new FloatPointer(new Address(boundTo + tensor.offset()));
    }

    @Override
    public void close() {
        calls().forEach(call -> call.primitive().close());
    }
}
