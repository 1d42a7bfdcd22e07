package io.treehouse.model.engine;

/**
 * The exponential function over arrays in a form that the compiler turns into vector instructions: no branches, no
 * conversions, only products and sums. {@code e^x = (e^(x/32))^32}, where the inner power is its Taylor polynomial of degree 10.
 */
final class Exponential {
    /** e to this power is far below the precision of a sum with 1. */
    private static final float SMALLEST = -32;

    private static final float STEP = 1f / 32;

    private Exponential() {}

    /**
     * Replaces each value by {@code e^(value - largest)}, with a relative error below 1e-5; differences below -32 count as
     * -32.
     *
     * @param largest not less than the values
     */
    static void ofDifference(float[] values, float[] largest, int length) {
        for (int i = 0; i < length; i++) {
            float x = Math.max(values[i] - largest[i], SMALLEST) * STEP;
            float p = 1f / 362880 + x * (1f / 3628800);
            p = 1f / 40320 + x * p;
            p = 1f / 5040 + x * p;
            p = 1f / 720 + x * p;
            p = 1f / 120 + x * p;
            p = 1f / 24 + x * p;
            p = 1f / 6 + x * p;
            p = 0.5f + x * p;
            p = 1 + x * (1 + x * p);
            p *= p;
            p *= p;
            p *= p;
            p *= p;
            values[i] = p * p;
        }
    }
}
