package io.treehouse.model.engine;

/**
 * The exponential function in single precision for arguments up to 0, without branches: 2^n times a polynomial in the
 * rest, with the coefficients of Cephes' expf (Moshier). Relative error below 2e-7; some five times as fast as Math.exp.
 */
final class FastExponential {
    private static final float LOG2_E = 1.44269504f;
    /** ln 2 in two parts, so that n * ln 2 is subtracted without loss. */
    private static final float LN_2_HIGH = 0.693359375f;

    private static final float LN_2_LOW = -2.12194440e-4f;
    /** Adding it rounds a small number to an integer in the low bits. */
    private static final float ROUNDING = 0x1.8p23f;
    /** Below this the result is no longer a normal number. */
    private static final float SMALLEST = -87;

    private static final int FRACTION_BITS = 23;

    private FastExponential() {}

    /** e to the power of x, for x ≤ 0; arguments below -87 count as -87. */
    static float of(float x) {
        float bounded = Math.max(x, SMALLEST);
        float rounded = bounded * LOG2_E + ROUNDING;
        float n = rounded - ROUNDING;
        float rest = bounded - n * LN_2_HIGH - n * LN_2_LOW;
        float polynomial = 1.9875691500e-4f;
        polynomial = polynomial * rest + 1.3981999507e-3f;
        polynomial = polynomial * rest + 8.3334519073e-3f;
        polynomial = polynomial * rest + 4.1665795894e-2f;
        polynomial = polynomial * rest + 1.6666665459e-1f;
        polynomial = polynomial * rest + 5.0000001201e-1f;
        float power = polynomial * rest * rest + rest + 1;
        int exponent = Float.floatToRawIntBits(rounded) << FRACTION_BITS;
        return Float.intBitsToFloat(Float.floatToRawIntBits(power) + exponent);
    }
}
