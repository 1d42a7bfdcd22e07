package io.treehouse.model.engine;

import io.treehouse.model.bundle.Bf16;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;

/** What a processor with bf16 stores, in f32 numbers, for processors without it; slower than f32. */
final class Bf16InFloats {
    private static final int CHUNK = 1 << 14;

    private Bf16InFloats() {}

    /** Rounds numbers in native memory to those that bf16 holds, where they are. */
    static void round(FloatPointer values, long count) {
        IntPointer bits = new IntPointer(values);
        int[] chunk = new int[(int) Math.min(CHUNK, count)];
        for (long at = 0; at < count; at += chunk.length) {
            int length = (int) Math.min(chunk.length, count - at);
            bits.position(at).get(chunk, 0, length);
            for (int i = 0; i < length; i++) {
                chunk[i] = Bf16.nearestBits(chunk[i]);
            }
            bits.put(chunk, 0, length);
        }
    }
}
