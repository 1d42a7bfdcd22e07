package io.treehouse.model.bundle;

import java.util.Locale;

/** Number type in which convolutions are computed; logits are 32-bit always. */
public enum Arithmetic {
    /** 32-bit floating point: the exact answer. */
    F32,
    /** 16-bit brain floating point, summed in 32 bits. */
    BF16,
    /** 8-bit integers, summed in 32 bits, but for what {@link Quantization} keeps wide. */
    INT8;

    /** Published name such as {@code bf16}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
