package io.treehouse.model.bundle;

/** The numbers of bf16: the upper half of f32's bits. Not for what is no number (NaN). */
public final class Bf16 {
    private static final int DROPPED_BITS = 16;
    private static final int KEPT = -1 << DROPPED_BITS;
    private static final int BELOW_HALF = (1 << DROPPED_BITS - 1) - 1;

    private Bf16() {}

    /** The nearest number that bf16 holds, ties to even; infinite where the nearest finite one is too far. */
    public static float nearest(float value) {
        return Float.intBitsToFloat(nearestBits(Float.floatToRawIntBits(value)));
    }

    /** The same of the bits of f32 numbers. */
    public static int nearestBits(int bits) {
        int lastKept = bits >>> DROPPED_BITS & 1;
        return bits + BELOW_HALF + lastKept & KEPT;
    }

    static short toShort(float value) {
        return (short) (nearestBits(Float.floatToRawIntBits(value)) >>> DROPPED_BITS);
    }

    static float fromShort(short bits) {
        return Float.intBitsToFloat(bits << DROPPED_BITS);
    }
}
