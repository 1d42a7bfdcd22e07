package io.treehouse.model.bundle;

/** IEEE 754 binary16 in the low 16 bits of a short; the JDK converts it from version 20 on only. */
final class Float16 {
    private static final int SIGN = 0x8000;
    private static final int INFINITY = 0x7c00;
    private static final int FRACTION_BITS = 10;
    private static final int EXPONENT_BIAS = 15;
    private static final int SMALLEST_NORMAL_EXPONENT = 1 - EXPONENT_BIAS;
    /** Value of the last bit of subnormal numbers: 2^-24. */
    private static final float SUBNORMAL_STEP = 0x1p-24f;

    private Float16() {}

    static float toFloat(short bits) {
        int exponent = (bits & INFINITY) >> FRACTION_BITS;
        int fraction = bits & (1 << FRACTION_BITS) - 1;
        float magnitude;
        if (exponent == 0) {
            magnitude = fraction * SUBNORMAL_STEP;
        } else if (exponent == INFINITY >> FRACTION_BITS) {
            magnitude = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
        } else {
            magnitude = Math.scalb(1f + (float) fraction / (1 << FRACTION_BITS), exponent - EXPONENT_BIAS);
        }
        return (bits & SIGN) == 0 ? magnitude : -magnitude;
    }

    /** The nearest number, ties to even; infinite from 65520 on. */
    static short fromFloat(float value) {
        int sign = Float.floatToRawIntBits(value) >>> 16 & SIGN;
        if (Float.isNaN(value)) {
            return (short) (sign | INFINITY | 1);
        }
        float magnitude = Math.abs(value);
        int exponent = Math.max(Math.getExponent(magnitude), SMALLEST_NORMAL_EXPONENT);
        if (exponent > EXPONENT_BIAS) {
            return (short) (sign | INFINITY);
        }
        // In units of the last bit: exact, then rounded; a carry into the next exponent comes out right by adding.
        int units = (int) Math.rint(Math.scalb((double) magnitude, FRACTION_BITS - exponent));
        int exponentBits = (exponent + EXPONENT_BIAS - 1) << FRACTION_BITS;
        return (short) (sign | exponentBits + units);
    }
}
