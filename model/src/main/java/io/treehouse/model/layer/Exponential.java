package io.treehouse.model.layer;

/** The exponential function in float arithmetic, several times faster than {@link Math#exp} (Cephes library, expf). */
final class Exponential {
    private static final float SMALLEST = -87;
    private static final float LOG2_E = 1.4426950408889634f;
    // ln 2 as a sum whose first term has few bits, so that its multiples are exact.
    private static final float LN2_HIGH = 0.693359375f;
    private static final float LN2_LOW = -2.12194440e-4f;
    private static final int EXPONENT_BIAS = 127;
    private static final int MANTISSA_BITS = 23;

    private Exponential() {}

    /** {@code e^x} of an x of at most 0, to a relative 2e-7; 0 below e^-87, NaN of NaN. */
    static float ofNegative(float x) {
        if (x < SMALLEST) {
            return 0;
        }
        int power = (int) (x * LOG2_E - 0.5f);
        float r = x - power * LN2_HIGH - power * LN2_LOW;
        float p = 1.9875691500e-4f;
        p = p * r + 1.3981999507e-3f;
        p = p * r + 8.3334519073e-3f;
        p = p * r + 4.1665795894e-2f;
        p = p * r + 1.6666665459e-1f;
        p = p * r + 5.0000001201e-1f;
        float ofRemainder = p * r * r + r + 1;
        return ofRemainder * Float.intBitsToFloat(power + EXPONENT_BIAS << MANTISSA_BITS);
    }
}
