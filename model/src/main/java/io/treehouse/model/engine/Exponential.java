package io.treehouse.model.engine;

/**
 * The exponential function over arrays in a form that the compiler turns into vector instructions: no branches, no
 * conversions, only products and sums. {@code e^x = (e^(x/32))^32}, where the inner power is a polynomial of degree 6 that begins
 * with 1 + x and is fitted to e^x over -1…0 so that its largest relative error (4e-8) is least.
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
            float p = 0.0077205244f + x * 0.00086877641f;
            p = 0.041308153f + x * p;
            p = 0.16656661f + x * p;
            p = 0.49998966f + x * p;
            p = 1 + x * (1 + x * p);
            p *= p;
            p *= p;
            p *= p;
            p *= p;
            values[i] = p * p;
        }
    }
}
