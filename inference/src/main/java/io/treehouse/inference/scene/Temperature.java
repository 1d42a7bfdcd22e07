package io.treehouse.inference.scene;

import java.util.Arrays;

/**
 * Temperature scaling (Guo et al. 2017) of a pixel's blended probabilities: each is raised to the power 1 / temperature,
 * then they are normalised. For one window this is the softmax of logits divided by the temperature. Since it comes after
 * blending and resampling, and powers keep the order of values, the class map does not depend on it. Immutable and
 * thread-safe.
 */
public final class Temperature {
    /** The upper 16 bits of a float: sign, exponent and 7 bits of the fraction. */
    private static final int INDEX_SHIFT = 16;

    private static final int REST_MASK = (1 << INDEX_SHIFT) - 1;
    private static final float REST_UNIT = 1f / (1 << INDEX_SHIFT);
    private static final int ENTRIES = (Float.floatToRawIntBits(1f) >>> INDEX_SHIFT) + 2;

    private final boolean isOne;
    private final float[] powers;

    /** @param temperature above 0; 1 leaves probabilities as they are */
    public Temperature(double temperature) {
        if (!(temperature > 0) || !Double.isFinite(temperature)) {
            throw new IllegalArgumentException("Impossible temperature " + temperature);
        }
        isOne = temperature == 1;
        powers = isOne ? new float[0] : powers(1 / temperature);
    }

    /** Powers of the floats 0…1 whose lower 16 bits are zero; between two of them a power is nearly linear. */
    private static float[] powers(double exponent) {
        float[] powers = new float[ENTRIES];
        for (int i = 0; i < ENTRIES; i++) {
            powers[i] = (float) Math.pow(Float.intBitsToFloat(i << INDEX_SHIFT), exponent);
        }
        return powers;
    }

    /**
     * Probability of the most probable class, 0…1, with a relative error below 1e-4.
     *
     * @param probabilities of the classes; beside a window that was skipped as empty they sum to less than 1
     * @param best index of the largest
     */
    public float confidence(float[] probabilities, int best) {
        float largest = probabilities[best];
        float sum = 0;
        for (float probability : probabilities) {
            sum += isOne ? probability : power(probability / largest);
        }
        return isOne ? largest / sum : 1 / sum;
    }

    /**
     * Probabilities of all classes after scaling; their sum is 1 but for rounding. Their order stays.
     *
     * @param probabilities of the classes, at least one above 0
     * @param scaled receives them
     */
    public void scale(float[] probabilities, float[] scaled) {
        float largest = 0;
        for (float probability : probabilities) {
            largest = Math.max(largest, probability);
        }
        float sum = 0;
        for (int c = 0; c < probabilities.length; c++) {
            scaled[c] = isOne ? probabilities[c] : power(probabilities[c] / largest);
            sum += scaled[c];
        }
        for (int c = 0; c < probabilities.length; c++) {
            scaled[c] /= sum;
        }
    }

    /**
     * As {@link #confidence(float[], int)} for a row of pixels, bit for bit; unspecified where all probabilities are 0.
     *
     * @param planes probabilities, for each class {@code [width]}
     * @param largest {@code [width]} the largest of each pixel
     * @param confidence receives {@code [width]} from {@code at} on
     */
    void confidence(float[][] planes, float[] largest, float[] confidence, int at) {
        Arrays.fill(confidence, at, at + largest.length, 0);
        for (float[] plane : planes) {
            if (isOne) {
                add(plane, confidence, at, largest.length);
            } else {
                addPowers(plane, largest, confidence, at);
            }
        }
        for (int x = 0; x < largest.length; x++) {
            confidence[at + x] = (isOne ? largest[x] : 1) / confidence[at + x];
        }
    }

    private static void add(float[] values, float[] sums, int at, int length) {
        for (int x = 0; x < length; x++) {
            sums[at + x] += values[x];
        }
    }

    private void addPowers(float[] values, float[] largest, float[] sums, int at) {
        for (int x = 0; x < largest.length; x++) {
            // The smallest number keeps 0 / 0 out, and enters into nothing else.
            sums[at + x] += power(values[x] / Math.max(largest[x], Float.MIN_VALUE));
        }
    }

    /** Power of a ratio 0…1. A table, since exact powers would take as long as the network itself. */
    private float power(float ratio) {
        int bits = Float.floatToRawIntBits(ratio);
        int index = bits >>> INDEX_SHIFT;
        float share = (bits & REST_MASK) * REST_UNIT;
        return powers[index] + share * (powers[index + 1] - powers[index]);
    }
}
