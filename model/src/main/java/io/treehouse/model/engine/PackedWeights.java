package io.treehouse.model.engine;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_FROM;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_TO;

import io.treehouse.model.bundle.Bf16Kernel;
import io.treehouse.model.bundle.EightBitKernel;
import io.treehouse.model.bundle.Quantization;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.bundle.Weights;
import io.treehouse.model.network.Node.Convolution;
import io.treehouse.model.onednn.Layouts;
import io.treehouse.model.onednn.NativeBuffer;
import io.treehouse.model.onednn.OneDnn;
import io.treehouse.model.onednn.Operations;
import io.treehouse.model.onednn.Primitive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Weights and factors in native memory in the orders that primitives want, made once and shared by all engines of a model.
 * What it gives is valid until it is closed. Thread-safe.
 */
final class PackedWeights implements AutoCloseable {
    /** A kernel in one order and type. */
    private record Packed(memory.desc layout, NativeBuffer values) {}

    /** A kernel in bf16, or its bias. */
    private record Bf16Use(String node) {}

    /** What the factors of an 8-bit convolution depend on. */
    private record EightBitUse(String node, Encoding input, Encoding output) {}

    /** {@link EightBitFactors} in native memory, f32. */
    record Folded(NativeBuffer factors, NativeBuffer bias) {}

    private final Weights weights;
    private final Optional<Quantization> quantization;
    private final Map<Object, List<Packed>> kernels = new HashMap<>();
    private final Map<Object, NativeBuffer> biases = new HashMap<>();
    private final Map<EightBitUse, Folded> folded = new HashMap<>();
    private final Map<Float, NativeBuffer> single = new HashMap<>();

    PackedWeights(TrainedModel model) {
        weights = model.weights();
        quantization = model.quantization();
    }

    /** The kernel of a convolution in the wanted layout; in 8 bits it belongs to {@link #folded}. */
    synchronized Pointer kernel(Convolution node, memory.desc wanted) {
        return packedOnce(node.name(), wanted, layout -> pack(node, layout));
    }

    /** The kernel of a convolution that is computed in bf16; in f32 numbers if the wanted layout has those. */
    synchronized Pointer bf16Kernel(Convolution node, memory.desc wanted) {
        return packedOnce(
                new Bf16Use(node.name()),
                wanted,
                layout -> pack(node, bf16(node).values(), layout));
    }

    /** The bias of a convolution that is computed in bf16, f32. */
    synchronized Pointer bf16Bias(Convolution node) {
        return biases.computeIfAbsent(
                        new Bf16Use(node.name()), use -> copy(bf16(node).bias()))
                .pointer();
    }

    private Bf16Kernel bf16(Convolution node) {
        return quantization
                .map(eightBit -> eightBit.wideKernels().get(node.name()))
                .orElseGet(() -> Bf16Kernel.nearest(weights.kernel(node), weights.bias(node)));
    }

    /** A kernel of 8-bit integers times their factors, in f32 numbers; it belongs to the bias of {@link #folded}. */
    synchronized Pointer kernelInFloats(Convolution node, Encoding input, Encoding output, memory.desc wanted) {
        return packedOnce(
                new EightBitUse(node.name(), input, output),
                wanted,
                layout -> pack(node, scaled(node, input, output), layout));
    }

    /** @param use what the numbers of a kernel depend on */
    private Pointer packedOnce(Object use, memory.desc wanted, Function<memory.desc, Packed> packing) {
        List<Packed> known = kernels.computeIfAbsent(use, made -> new ArrayList<>());
        for (Packed packed : known) {
            if (packed.layout().equals(wanted)) {
                return packed.values().pointer();
            }
        }
        Packed packed = packing.apply(new memory.desc(wanted));
        known.add(packed);
        return packed.values().pointer();
    }

    private float[] scaled(Convolution node, Encoding input, Encoding output) {
        EightBitKernel kernel = eightBit(node);
        byte[] values = kernel.values();
        float[] factors = EightBitFactors.of(node, kernel, input, output).factors();
        float[] scaled = new float[values.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = values[i] * factors[i % factors.length];
        }
        return scaled;
    }

    private Packed pack(Convolution node, memory.desc layout) {
        if (layout.get_data_type().intern() != data_type.s8) {
            return pack(node, weights.kernel(node), layout);
        }
        try (NativeBuffer plain = copy(eightBit(node).values())) {
            return pack(plain, Layouts.plainWeights(node, data_type.s8), layout);
        }
    }

    private static Packed pack(Convolution node, float[] kernel, memory.desc layout) {
        try (NativeBuffer plain = copy(kernel)) {
            return pack(plain, Layouts.plainWeights(node), layout);
        }
    }

    private static Packed pack(NativeBuffer plain, memory.desc plainLayout, memory.desc layout) {
        NativeBuffer values = new NativeBuffer(layout.get_size());
        try (Primitive reorder = Operations.reorder(plainLayout, new memory.desc(layout));
                NativeBuffer scratchpad = new NativeBuffer(reorder.scratchpadBytes());
                stream on = OneDnn.newStream()) {
            reorder.set(DNNL_ARG_FROM, plain.pointer()).set(DNNL_ARG_TO, values.pointer());
            reorder.scratchpad(scratchpad.pointer());
            reorder.run(on);
            on._wait();
        }
        return new Packed(layout, values);
    }

    private EightBitKernel eightBit(Convolution node) {
        return quantization.orElseThrow().kernel(node, weights);
    }

    /** The bias of a convolution, f32. */
    synchronized Pointer bias(Convolution node) {
        return biases.computeIfAbsent(node.name(), name -> copy(weights.bias(node)))
                .pointer();
    }

    /** Factors and bias of a convolution in 8 bits. */
    synchronized Folded folded(Convolution node, Encoding input, Encoding output) {
        return folded.computeIfAbsent(new EightBitUse(node.name(), input, output), use -> {
            EightBitFactors made = EightBitFactors.of(node, eightBit(node), input, output);
            return new Folded(copy(made.factors()), copy(made.bias()));
        });
    }

    /** A single number, f32. */
    synchronized Pointer single(float value) {
        return single.computeIfAbsent(value, number -> copy(new float[] {number}))
                .pointer();
    }

    private static NativeBuffer copy(float[] values) {
        NativeBuffer buffer = new NativeBuffer((long) values.length * Float.BYTES);
        new FloatPointer(buffer.pointer()).put(values);
        return buffer;
    }

    private static NativeBuffer copy(byte[] values) {
        NativeBuffer buffer = new NativeBuffer(values.length);
        new BytePointer(buffer.pointer()).put(values);
        return buffer;
    }

    @Override
    public synchronized void close() {
        for (List<Packed> layouts : kernels.values()) {
            for (Packed packed : layouts) {
                packed.values().close();
                packed.layout().close();
            }
        }
        biases.values().forEach(NativeBuffer::close);
        folded.values().forEach(made -> {
            made.factors().close();
            made.bias().close();
        });
        single.values().forEach(NativeBuffer::close);
    }
}
