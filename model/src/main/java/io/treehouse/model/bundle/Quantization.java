package io.treehouse.model.bundle;

import io.treehouse.model.network.NetworkSpec;
import io.treehouse.model.network.Node.Convolution;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * How a network is computed in 8 bits, and what its bf16 is where it was fitted.
 *
 * @param ranges what the 8 bits of a value span, by the name of the node that makes it; every value that a convolution
 *     reads has one
 * @param wide names of the convolutions that are computed in more bits
 * @param kernels how weights were rounded to 8 bits, by the name of the convolution; whatever has none here is rounded to the
 *     nearest, and wide ones have none
 * @param wideKernels how weights of wide convolutions were rounded to bf16, by name, for all that is computed in bf16; whatever
 *     has none here is rounded to the nearest
 */
public record Quantization(
        Map<String, Range> ranges,
        List<String> wide,
        Map<String, EightBitKernel> kernels,
        Map<String, Bf16Kernel> wideKernels) {
    public Quantization {
        ranges = Collections.unmodifiableMap(new TreeMap<>(Map.copyOf(ranges)));
        wide = List.copyOf(wide);
        Map<String, EightBitKernel> narrow = new TreeMap<>(Map.copyOf(kernels));
        narrow.keySet().removeAll(wide);
        kernels = Collections.unmodifiableMap(narrow);
        Map<String, Bf16Kernel> notNarrow = new TreeMap<>(Map.copyOf(wideKernels));
        notNarrow.keySet().retainAll(wide);
        wideKernels = Collections.unmodifiableMap(notNarrow);
    }

    /** All weights are rounded to the nearest. */
    public Quantization(Map<String, Range> ranges, List<String> wide) {
        this(ranges, wide, Map.of(), Map.of());
    }

    /**
     * An interval of activations; values beyond it are clipped.
     *
     * @param low not above 0
     * @param high not below 0
     */
    public record Range(float low, float high) {
        public Range {
            if (!Float.isFinite(low) || !Float.isFinite(high) || low > 0 || high < 0 || low == high) {
                throw new IllegalArgumentException("Impossible range of activations " + low + " to " + high);
            }
        }
    }

    /** Range of a value. */
    public Range range(String value) {
        return Objects.requireNonNull(ranges.get(value), value);
    }

    /** The weights of a convolution in 8 bits. */
    public EightBitKernel kernel(Convolution node, Weights weights) {
        EightBitKernel fitted = kernels.get(node.name());
        return fitted == null ? EightBitKernel.nearest(node, weights.kernel(node), weights.bias(node)) : fitted;
    }

    /** The same with other convolutions kept wide; those whose kind changes are rounded to the nearest. */
    public Quantization keepingWide(List<String> convolutions) {
        return new Quantization(ranges, convolutions, kernels, wideKernels);
    }

    /** The same with weights that were rounded to 8 bits in another way. */
    public Quantization withKernels(Map<String, EightBitKernel> fitted) {
        return new Quantization(ranges, wide, fitted, wideKernels);
    }

    /** The same with weights of wide convolutions that were rounded to bf16 in another way. */
    public Quantization withWideKernels(Map<String, Bf16Kernel> fitted) {
        return new Quantization(ranges, wide, kernels, fitted);
    }

    /** @throws IllegalArgumentException if this belongs to another network */
    void requireFits(NetworkSpec network) {
        Set<String> unknown = new HashSet<>(wide);
        unknown.addAll(kernels.keySet());
        for (Convolution node : network.convolutions()) {
            unknown.remove(node.name());
            if (kernels.containsKey(node.name())) {
                kernels.get(node.name()).requireFits(node);
            }
            if (wideKernels.containsKey(node.name())) {
                wideKernels.get(node.name()).requireFits(node);
            }
            if (!ranges.containsKey(node.input())) {
                throw new IllegalArgumentException("There is no 8-bit range of " + node.input());
            }
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(network.name() + " has no convolutions " + unknown);
        }
    }
}
