package io.treehouse.model.onednn;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;

/**
 * Rounds f32 numbers to those that bf16 holds, the nearest, ties to even: what a processor with bf16 stores, for processors
 * without it, as slow as f32. Not for numbers that are no number (NaN).
 */
public final class Bf16InFloats {
    private static final int DROPPED_BITS = 16;
    private static final int KEPT = -1 << DROPPED_BITS;
    private static final int BELOW_HALF = (1 << DROPPED_BITS - 1) - 1;
    private static final int CHUNK = 1 << 14;

    private Bf16InFloats() {}

    /** Rounds numbers in native memory where they are. */
    public static void round(FloatPointer values, long count) {
        IntPointer bits = new IntPointer(values);
        int[] chunk = new int[(int) Math.min(CHUNK, count)];
        for (long at = 0; at < count; at += chunk.length) {
            int length = (int) Math.min(chunk.length, count - at);
            bits.position(at).get(chunk, 0, length);
            for (int i = 0; i < length; i++) {
                chunk[i] = rounded(chunk[i]);
            }
            bits.put(chunk, 0, length);
        }
    }

    /** The numbers of an array, rounded. */
    public static float[] rounded(float[] values) {
        float[] rounded = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = Float.intBitsToFloat(rounded(Float.floatToRawIntBits(values[i])));
        }
        return rounded;
    }

    private static int rounded(int bits) {
        int lastKept = bits >>> DROPPED_BITS & 1;
        return bits + BELOW_HALF + lastKept & KEPT;
    }
}
