package io.treehouse.model.bundle;

import io.treehouse.model.network.NetworkSpec;
import io.treehouse.model.network.Node.Convolution;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The arrays of a bundle whose weights were rounded to 8 bits by what the network reads: of each such convolution
 * {@code NAME.w8}, integers in the shape of its weights, and {@code NAME.s8} and {@code NAME.b8}, scale and bias of each output
 * channel.
 */
final class EightBitArrays {
    private static final String WEIGHTS = ".w8";
    private static final String SCALES = ".s8";
    private static final String BIAS = ".b8";

    private EightBitArrays() {}

    /** Names and shapes of all that a network can have. */
    static Map<String, List<Long>> shapes(NetworkSpec network) {
        Map<String, List<Long>> shapes = new LinkedHashMap<>();
        Map<String, List<Long>> wide = Weights.shapes(network);
        for (Convolution node : network.convolutions()) {
            shapes.put(node.name() + WEIGHTS, wide.get(node.name() + ".w"));
            shapes.put(node.name() + SCALES, wide.get(node.name() + ".b"));
            shapes.put(node.name() + BIAS, wide.get(node.name() + ".b"));
        }
        return shapes;
    }

    /** How the numbers of an array are stored. */
    static NumberType type(String name) {
        return name.endsWith(WEIGHTS) ? NumberType.I8 : NumberType.F32;
    }

    /** The numbers of some kernels, by name of the array, in the order of the network's nodes. */
    static Map<String, float[]> of(NetworkSpec network, Map<String, EightBitKernel> kernels) {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        for (Convolution node : network.convolutions()) {
            EightBitKernel kernel = kernels.get(node.name());
            if (kernel != null) {
                arrays.put(node.name() + WEIGHTS, floats(kernel.values()));
                arrays.put(node.name() + SCALES, kernel.scales());
                arrays.put(node.name() + BIAS, kernel.bias());
            }
        }
        return arrays;
    }

    /**
     * Takes the arrays of kernels out of those of a bundle.
     *
     * @throws IllegalArgumentException if one of the three arrays of a kernel is missing
     */
    static Map<String, EightBitKernel> takenFrom(Map<String, float[]> arrays, NetworkSpec network) {
        Map<String, EightBitKernel> kernels = new LinkedHashMap<>();
        for (Convolution node : network.convolutions()) {
            float[] weights = arrays.remove(node.name() + WEIGHTS);
            float[] scales = arrays.remove(node.name() + SCALES);
            float[] bias = arrays.remove(node.name() + BIAS);
            if (weights != null && scales != null && bias != null) {
                kernels.put(node.name(), new EightBitKernel(bytes(weights), scales, bias));
            } else if (weights != null || scales != null || bias != null) {
                throw new IllegalArgumentException("The 8-bit weights of " + node.name() + " are incomplete");
            }
        }
        return kernels;
    }

    private static float[] floats(byte[] integers) {
        float[] numbers = new float[integers.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = integers[i];
        }
        return numbers;
    }

    private static byte[] bytes(float[] numbers) {
        byte[] integers = new byte[numbers.length];
        for (int i = 0; i < integers.length; i++) {
            integers[i] = (byte) numbers[i];
        }
        return integers;
    }
}
