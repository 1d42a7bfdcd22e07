package io.treehouse.model.bundle;

import io.treehouse.model.network.NetworkSpec;
import io.treehouse.model.network.Node.Convolution;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The arrays of a network, each in c-order: {@code NAME.w} with {@link Convolution#weightShape} and {@code NAME.b} with
 * one value an output channel. Complete, finite and immutable; thread-safe.
 */
public final class Weights {
    private final Map<String, List<Long>> shapes;
    private final Map<String, float[]> arrays = new LinkedHashMap<>();

    /**
     * Copies the arrays.
     *
     * @throws IllegalArgumentException if one is missing, unknown, of the wrong length or not finite
     */
    public Weights(NetworkSpec network, Map<String, float[]> arrays) {
        shapes = shapes(network);
        Set<String> unknown = new HashSet<>(arrays.keySet());
        unknown.removeAll(shapes.keySet());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(network.name() + " has no arrays " + unknown);
        }
        shapes.forEach((name, shape) -> this.arrays.put(name, checked(name, shape, arrays.get(name))));
    }

    private static float[] checked(String name, List<Long> shape, float[] values) {
        if (values == null) {
            throw new IllegalArgumentException("The array " + name + " is missing");
        }
        long length = shape.stream().reduce(1L, Math::multiplyExact);
        if (values.length != length) {
            throw new IllegalArgumentException(
                    "The array " + name + " has " + values.length + " values, its shape " + shape + " wants " + length);
        }
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("The array " + name + " holds " + value);
            }
        }
        return values.clone();
    }

    /** Shapes of the arrays that a network needs, in the order of its nodes. */
    public static Map<String, List<Long>> shapes(NetworkSpec network) {
        Map<String, List<Long>> shapes = new LinkedHashMap<>();
        for (Convolution node : network.convolutions()) {
            long[] w = node.weightShape();
            shapes.put(node.name() + ".w", List.of(w[0], w[1], w[2], w[3]));
            shapes.put(node.name() + ".b", List.of((long) node.outChannels()));
        }
        return Collections.unmodifiableMap(shapes);
    }

    /** Names and shapes, in the order of the network's nodes. */
    public Map<String, List<Long>> shapes() {
        return shapes;
    }

    /** A copy of the kernel of a convolution. */
    public float[] kernel(Convolution node) {
        return array(node.name() + ".w");
    }

    /** A copy of the bias of a convolution. */
    public float[] bias(Convolution node) {
        return array(node.name() + ".b");
    }

    /** A copy of an array. */
    public float[] array(String name) {
        float[] values = arrays.get(name);
        if (values == null) {
            throw new IllegalArgumentException("There is no array " + name);
        }
        return values.clone();
    }
}
