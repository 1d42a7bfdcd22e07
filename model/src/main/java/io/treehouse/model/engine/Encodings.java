package io.treehouse.model.engine;

import io.treehouse.model.bundle.Arithmetic;
import io.treehouse.model.bundle.Quantization;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.network.NetworkSpec;
import io.treehouse.model.network.Node;
import io.treehouse.model.network.Node.Convolution;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * In which numbers each value of a network is stored, and in which each convolution computes. Windows come in f32, and
 * logits leave in f32. In 8 bits only what passes from one 8-bit convolution to others is stored in 8 bits: sums,
 * enlargements and the convolutions that a model keeps wide work on wide numbers.
 */
final class Encodings {
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

    private static Encodings eightBit(NetworkSpec network, Quantization quantization, Encoding wide) {
        Encodings encodings = new Encodings(wide);
        Set<String> narrow = new HashSet<>();
        for (Convolution node : network.convolutions()) {
            if (!quantization.wide().contains(node.name())) {
                narrow.add(node.name());
                encodings.operands.put(node.name(), Encoding.spanning(quantization.range(node.input())));
            }
        }
        Map<String, Boolean> readersAreNarrow = new HashMap<>();
        for (Node node : network.nodes()) {
            node.inputs()
                    .forEach(input -> readersAreNarrow.merge(input, narrow.contains(node.name()), Boolean::logicalAnd));
        }
        for (String name : narrow) {
            if (readersAreNarrow.getOrDefault(name, false)) {
                encodings.stored.put(name, Encoding.spanning(quantization.range(name)));
            }
        }
        return encodings;
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
