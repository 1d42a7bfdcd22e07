package io.treehouse.model.bundle;

import java.util.Locale;

/** Number type in which convolutions are computed; logits are 32-bit always. */
public enum Arithmetic {
    /** 32-bit floating point: the exact answer. */
    F32(4),
    /** 16-bit brain floating point, summed in 32 bits. */
    BF16(2);

    private final int bytes;

    Arithmetic(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes of one value. */
    public int bytes() {
        return bytes;
    }

    /** Published name such as {@code bf16}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
