package io.treehouse.model.engine;

import io.treehouse.model.bundle.Arithmetic;
import io.treehouse.model.onednn.Address;
import io.treehouse.model.onednn.Scratch;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.FloatPointer;

/**
 * A flat list of oneDNN primitives on one working memory. In it lie the schedule's tensors, then the window as it comes
 * (f32; only if the network computes in another type), then the primitives' scratchpad.
 */
final class OneDnnPlan implements Plan {
    private static final long ALIGNMENT = 64;

    private final Schedule schedule;
    private final Scratch memory;
    private final stream on;
    private final List<OneDnnCall> calls = new ArrayList<>();
    private final Tensor window;
    private final long scratchpad;
    private final long bytes;
    private long boundTo;

    /**
     * @param weights kernels and biases, valid until this plan is closed
     * @param memory working memory, which other plans use in between
     */
    OneDnnPlan(Schedule schedule, PackedWeights weights, Scratch memory, stream on) {
        this.schedule = schedule;
        this.memory = memory;
        this.on = on;
        Tensor input = schedule.input();
        if (input.type() == Arithmetic.F32) {
            window = input;
        } else {
            window = new Tensor(aligned(schedule.bytes()), input.shape(), Arithmetic.F32);
            calls.add(OneDnnCall.conversion(window, input));
        }
        schedule.steps().forEach(step -> calls.add(OneDnnCall.of(step, weights)));
        scratchpad = aligned(Math.max(schedule.bytes(), window.offset() + window.bytes()));
        bytes = scratchpad
                + calls.stream()
                        .mapToLong(call -> call.primitive().scratchpadBytes())
                        .max()
                        .orElse(0);
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
        at(window).put(input, 0, (int) window.shape().values());
        for (OneDnnCall call : calls) {
            call.primitive().run(on);
        }
        on._wait();
        at(schedule.logits()).get(logits, 0, (int) schedule.logits().shape().values());
    }

    /** The working memory moves when another plan needs a larger one. */
    private void bind(long address) {
        if (address != boundTo) {
            calls.forEach(call -> call.bind(address, scratchpad));
            boundTo = address;
        }
    }

    private FloatPointer at(Tensor tensor) {
        return new FloatPointer(new Address(boundTo + tensor.offset()));
    }

    @Override
    public void close() {
        calls.forEach(call -> call.primitive().close());
    }
}
