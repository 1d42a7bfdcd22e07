package io.treehouse.model.bundle;

import io.treehouse.model.network.Node.Convolution;
import java.util.Arrays;

/**
 * A convolution's weights in 8-bit integers, symmetric about 0, each output channel with a scale of its own. Arrays are
 * copied in and out; thread-safe.
 *
 * @param values the integers, in the order of {@link Convolution#weightShape}
 * @param scales what a 1 stands for, one an output channel; 0 for a channel without weights
 * @param bias in floating point, one an output channel; it can make up for what rounding does to the products
 */
public record EightBitKernel(byte[] values, float[] scales, float[] bias) {
    private static final float STEPS = 127;

    public EightBitKernel {
        values = values.clone();
        scales = scales.clone();
        bias = bias.clone();
    }

    /** Rounds each weight to the nearest integer. */
    public static EightBitKernel nearest(Convolution node, float[] kernel, float[] bias) {
        float[] scales = scales(node, kernel);
        byte[] values = new byte[kernel.length];
        for (int i = 0; i < kernel.length; i++) {
            float scale = scales[i % scales.length];
            values[i] = scale == 0 ? 0 : (byte) Math.round(kernel[i] / scale);
        }
        return new EightBitKernel(values, scales, bias);
    }

    /** The scales with which the largest weight of each output channel is 127 or -127. */
    public static float[] scales(Convolution node, float[] kernel) {
        float[] scales = new float[node.outChannels()];
        for (int i = 0; i < kernel.length; i++) {
            int channel = i % scales.length;
            scales[channel] = Math.max(scales[channel], Math.abs(kernel[i]) / STEPS);
        }
        return scales;
    }

    /** Sum of the integers of each output channel. */
    public int[] sums() {
        int[] sums = new int[scales.length];
        for (int i = 0; i < values.length; i++) {
            sums[i % sums.length] += values[i];
        }
        return sums;
    }

    /** @throws IllegalArgumentException if this belongs to another convolution, or a number is not finite */
    void requireFits(Convolution node) {
        if (values.length != node.weightCount()
                || scales.length != node.outChannels()
                || bias.length != node.outChannels()) {
            throw new IllegalArgumentException("The 8-bit weights of " + node.name() + " are those of another network");
        }
        for (int channel = 0; channel < scales.length; channel++) {
            if (!(scales[channel] >= 0) || !Float.isFinite(scales[channel]) || !Float.isFinite(bias[channel])) {
                throw new IllegalArgumentException(
                        "Impossible scale " + scales[channel] + " or bias " + bias[channel] + " of " + node.name());
            }
        }
    }

    @Override
    public byte[] values() {
        return values.clone();
    }

    @Override
    public float[] scales() {
        return scales.clone();
    }

    @Override
    public float[] bias() {
        return bias.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EightBitKernel kernel
                && Arrays.equals(values, kernel.values)
                && Arrays.equals(scales, kernel.scales)
                && Arrays.equals(bias, kernel.bias);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values) + 31 * Arrays.hashCode(scales) + 961 * Arrays.hashCode(bias);
    }

    @Override
    public String toString() {
        return values.length + " weights of " + scales.length + " outputs in 8 bits";
    }
}
