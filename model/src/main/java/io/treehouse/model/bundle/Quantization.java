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
 * How a network is computed in 8 bits.
 *
 * @param ranges what the 8 bits of a value span, by the name of the node that makes it; every value that a convolution
 *     reads has one
 * @param wide names of the convolutions that are computed in more bits
 */
public record Quantization(Map<String, Range> ranges, List<String> wide) {
    public Quantization {
        ranges = Collections.unmodifiableMap(new TreeMap<>(Map.copyOf(ranges)));
        wide = List.copyOf(wide);
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

    /** The same ranges with other convolutions kept wide. */
    public Quantization keepingWide(List<String> convolutions) {
        return new Quantization(ranges, convolutions);
    }

    /** @throws IllegalArgumentException if this belongs to another network */
    void requireFits(NetworkSpec network) {
        Set<String> unknown = new HashSet<>(wide);
        for (Convolution node : network.convolutions()) {
            unknown.remove(node.name());
            if (!ranges.containsKey(node.input())) {
                throw new IllegalArgumentException("There is no 8-bit range of " + node.input());
            }
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(network.name() + " has no convolutions " + unknown);
        }
    }
}
