package io.treehouse.model.bundle;

import io.treehouse.model.network.NetworkSpec;
import io.treehouse.model.network.Node.Convolution;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The arrays of a bundle whose weights were rounded by what the network reads: of a convolution in 8 bits {@code NAME.w8},
 * integers in the shape of its weights, and {@code NAME.s8} and {@code NAME.b8}, scale and bias of each output channel; of one
 * that stays wide {@code NAME.w16}, weights in bf16, and {@code NAME.b16}.
 */
final class RoundedArrays {
    private static final String WEIGHTS = ".w8";
    private static final String SCALES = ".s8";
    private static final String BIAS = ".b8";
    private static final String WIDE_WEIGHTS = ".w16";
    private static final String WIDE_BIAS = ".b16";

    private RoundedArrays() {}

    /** Names and shapes of all that a network can have. */
    static Map<String, List<Long>> shapes(NetworkSpec network) {
        Map<String, List<Long>> shapes = new LinkedHashMap<>();
        Map<String, List<Long>> exact = Weights.shapes(network);
        for (Convolution node : network.convolutions()) {
            List<Long> weights = exact.get(node.name() + ".w");
            List<Long> outputs = exact.get(node.name() + ".b");
            shapes.put(node.name() + WEIGHTS, weights);
            shapes.put(node.name() + SCALES, outputs);
            shapes.put(node.name() + BIAS, outputs);
            shapes.put(node.name() + WIDE_WEIGHTS, weights);
            shapes.put(node.name() + WIDE_BIAS, outputs);
        }
        return shapes;
    }

    /** Whether an array of a bundle is one of these. */
    static boolean isRounded(String name) {
        return Stream.of(WEIGHTS, SCALES, BIAS, WIDE_WEIGHTS, WIDE_BIAS).anyMatch(name::endsWith);
    }

    /** How the numbers of an array are stored. */
    static NumberType type(String name) {
        if (name.endsWith(WEIGHTS)) {
            return NumberType.I8;
        }
        return name.endsWith(WIDE_WEIGHTS) ? NumberType.BF16 : NumberType.F32;
    }

    /** The numbers of rounded weights, by name of the array, in the order of the network's nodes. */
    static Map<String, float[]> of(NetworkSpec network, Quantization quantization) {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        for (Convolution node : network.convolutions()) {
            EightBitKernel kernel = quantization.kernels().get(node.name());
            if (kernel != null) {
                arrays.put(node.name() + WEIGHTS, floats(kernel.values()));
                arrays.put(node.name() + SCALES, kernel.scales());
                arrays.put(node.name() + BIAS, kernel.bias());
            }
            Bf16Kernel wide = quantization.wideKernels().get(node.name());
            if (wide != null) {
                arrays.put(node.name() + WIDE_WEIGHTS, wide.values());
                arrays.put(node.name() + WIDE_BIAS, wide.bias());
            }
        }
        return arrays;
    }

    /**
     * Takes the arrays of 8-bit kernels out of those of a bundle.
     *
     * @throws IllegalArgumentException if one of the three arrays of a kernel is missing
     */
    static Map<String, EightBitKernel> kernelsFrom(Map<String, float[]> arrays, NetworkSpec network) {
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

    /**
     * Takes the arrays of bf16 kernels out of those of a bundle.
     *
     * @throws IllegalArgumentException if one of the two arrays of a kernel is missing
     */
    static Map<String, Bf16Kernel> wideKernelsFrom(Map<String, float[]> arrays, NetworkSpec network) {
        Map<String, Bf16Kernel> kernels = new LinkedHashMap<>();
        for (Convolution node : network.convolutions()) {
            float[] weights = arrays.remove(node.name() + WIDE_WEIGHTS);
            float[] bias = arrays.remove(node.name() + WIDE_BIAS);
            if (weights != null && bias != null) {
                kernels.put(node.name(), new Bf16Kernel(weights, bias));
            } else if (weights != null || bias != null) {
                throw new IllegalArgumentException("The bf16 weights of " + node.name() + " are incomplete");
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
