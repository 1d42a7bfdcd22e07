package io.treehouse.model.bundle;

import io.treehouse.model.network.Node.Convolution;
import java.util.Arrays;

/**
 * A convolution's weights in numbers that bf16 holds. Arrays are copied in and out; thread-safe.
 *
 * @param values the weights, in the order of {@link Convolution#weightShape}
 * @param bias in f32, one an output channel; it can make up for what rounding does to the products
 */
public record Bf16Kernel(float[] values, float[] bias) {
    public Bf16Kernel {
        values = values.clone();
        bias = bias.clone();
    }

    /** Rounds each weight to the nearest number. */
    public static Bf16Kernel nearest(float[] kernel, float[] bias) {
        float[] values = new float[kernel.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Bf16.nearest(kernel[i]);
        }
        return new Bf16Kernel(values, bias);
    }

    /** @throws IllegalArgumentException if this belongs to another convolution, or a number is not finite or no bf16 */
    void requireFits(Convolution node) {
        if (values.length != node.weightCount() || bias.length != node.outChannels()) {
            throw new IllegalArgumentException("The bf16 weights of " + node.name() + " are those of another network");
        }
        for (float value : values) {
            if (!Float.isFinite(value) || value != Bf16.nearest(value)) {
                throw new IllegalArgumentException("Impossible bf16 weight " + value + " of " + node.name());
            }
        }
        for (float value : bias) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("Impossible bias " + value + " of " + node.name());
            }
        }
    }

    @Override
    public float[] values() {
        return values.clone();
    }

    @Override
    public float[] bias() {
        return bias.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bf16Kernel kernel
                && Arrays.equals(values, kernel.values)
                && Arrays.equals(bias, kernel.bias);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values) + 31 * Arrays.hashCode(bias);
    }

    @Override
    public String toString() {
        return values.length + " weights of " + bias.length + " outputs in bf16";
    }
}
