package io.treehouse.model.engine;

import io.treehouse.model.bundle.Arithmetic;
import io.treehouse.model.bundle.Quantization;
import io.treehouse.model.bundle.Quantization.Range;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.network.Activation;
import io.treehouse.model.network.NetworkSpec;
import io.treehouse.model.network.Node.Convolution;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In which numbers each value of a network is stored, and in which each convolution computes. Windows come in f32, and
 * logits leave in f32. In 8 bits only what passes from one 8-bit convolution to others is stored in 8 bits: sums,
 * enlargements and the convolutions that a model keeps wide work on wide numbers.
 */
final class Encodings {
    private static final float RELU6_LIMIT = 6;

    private final Encoding wide;
    private final Map<String, Encoding> stored = new HashMap<>();
    private final Map<String, Encoding> operands = new HashMap<>();

    private Encodings(Encoding wide) {
        this.wide = wide;
        stored.put(NetworkSpec.INPUT, Encoding.F32);
    }

    /** All numbers in one type of floating point. */
    static Encodings uniform(Encoding floatingPoint) {
        return new Encodings(floatingPoint);
    }

    /**
     * The encodings for an arithmetic.
     *
     * @param wide of what is not in 8 bits where the arithmetic is {@link Arithmetic#INT8}
     */
    static Encodings of(TrainedModel model, Arithmetic arithmetic, Encoding wide) {
        return switch (arithmetic) {
            case F32 -> uniform(Encoding.F32);
            case BF16 -> uniform(Encoding.BF16);
            case INT8 -> eightBit(model.network(), model.quantization().orElseThrow(), wide);
        };
    }

    /** The same with 8-bit integers and bf16 in f32 numbers. */
    Encodings inFloats() {
        Encodings floats = new Encodings(wide.inFloats());
        stored.forEach((value, encoding) -> floats.stored.put(value, encoding.inFloats()));
        operands.forEach((node, encoding) -> floats.operands.put(node, encoding.inFloats()));
        return floats;
    }

    private static Encodings eightBit(NetworkSpec network, Quantization quantization, Encoding wide) {
        Encodings encodings = new Encodings(wide);
        List<Convolution> narrow = network.convolutions().stream()
                .filter(node -> !quantization.wide().contains(node.name()))
                .toList();
        Map<String, Encoding> read = readIn8Bits(network, quantization, narrow);
        narrow.forEach(node -> encodings.operands.put(node.name(), read.get(node.input())));
        Set<String> readWide = new HashSet<>();
        network.nodes().stream().filter(node -> !narrow.contains(node)).forEach(node -> readWide.addAll(node.inputs()));
        for (Convolution node : narrow) {
            if (read.containsKey(node.name()) && !readWide.contains(node.name())) {
                encodings.stored.put(node.name(), read.get(node.name()));
            }
        }
        return encodings;
    }

    /** How each value that some of the convolutions read comes to all of them. */
    private static Map<String, Encoding> readIn8Bits(
            NetworkSpec network, Quantization quantization, List<Convolution> narrow) {
        Map<String, Activation> activations = new HashMap<>();
        network.convolutions().forEach(node -> activations.put(node.name(), node.activation()));
        Set<String> padded = new HashSet<>();
        narrow.stream().filter(node -> node.kernel() > 1).forEach(node -> padded.add(node.input()));
        Map<String, Encoding> read = new HashMap<>();
        for (Convolution node : narrow) {
            Activation activation = activations.getOrDefault(node.input(), Activation.NONE);
            Range range = activated(activation, quantization.range(node.input()));
            boolean isPadded = padded.contains(node.input());
            read.put(node.input(), isPadded ? Encoding.spanning(range) : Encoding.unsignedSpanning(range));
        }
        return read;
    }

    /** A range without what the activation takes away: rounding to 8 bits then does what the activation does. */
    private static Range activated(Activation activation, Range range) {
        return switch (activation) {
            case NONE -> range;
            case RELU -> new Range(0, range.high());
            case RELU6 -> new Range(0, Math.min(range.high(), RELU6_LIMIT));
        };
    }

    /** How a value is stored. */
    Encoding stored(String value) {
        return stored.getOrDefault(value, wide);
    }

    /** In which numbers a convolution takes its input. */
    Encoding operand(Convolution node) {
        return operands.getOrDefault(node.name(), wide);
    }
}
