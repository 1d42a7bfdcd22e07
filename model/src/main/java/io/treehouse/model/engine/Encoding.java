package io.treehouse.model.engine;

import io.treehouse.model.bundle.Quantization.Range;

/**
 * How the numbers of a value are stored.
 *
 * @param type type of a stored number
 * @param scale what a step of one stands for; 1 for floating point
 * @param zero the stored number that stands for 0
 */
record Encoding(Type type, float scale, int zero) {
    private static final float UNSIGNED_STEPS = 255;
    private static final float SIGNED_STEPS = 127;
    private static final int MIDDLE = 128;

    static final Encoding F32 = new Encoding(Type.F32, 1, 0);
    static final Encoding BF16 = new Encoding(Type.BF16, 1, 0);
    static final Encoding BF16_IN_F32 = new Encoding(Type.BF16_IN_F32, 1, 0);

    /** Types of stored numbers. */
    enum Type {
        F32(4),
        BF16(2),
        /** Integers 0…255. */
        U8(1),
        /** Integers -128…127. */
        S8(1),
        /** The numbers of {@link #BF16} in f32 numbers. */
        BF16_IN_F32(4),
        /** The integers of {@link #U8} in f32 numbers. */
        U8_IN_F32(4),
        /** The integers of {@link #S8} in f32 numbers. */
        S8_IN_F32(4);

        private final int bytes;

        Type(int bytes) {
            this.bytes = bytes;
        }

        int bytes() {
            return bytes;
        }
    }

    /** Eight bits that span a range: from 0 where nothing is negative, else as far down as up. */
    static Encoding spanning(Range range) {
        return range.low() == 0
                ? new Encoding(Type.U8, range.high() / UNSIGNED_STEPS, 0)
                : new Encoding(Type.S8, Math.max(-range.low(), range.high()) / SIGNED_STEPS, 0);
    }

    /**
     * The same numbers, the signed ones moved up by 128: processors without AMX multiply unsigned by signed integers, and
     * would have to move each as they read it. Not for what is padded, since padding is a stored 0.
     */
    static Encoding unsignedSpanning(Range range) {
        Encoding plain = spanning(range);
        return plain.type == Type.S8 ? new Encoding(Type.U8, plain.scale, MIDDLE) : plain;
    }

    /** The same numbers in f32 numbers, for processors without instructions for them. */
    Encoding inFloats() {
        return switch (type) {
            case BF16 -> BF16_IN_F32;
            case U8 -> new Encoding(Type.U8_IN_F32, scale, zero);
            case S8 -> new Encoding(Type.S8_IN_F32, scale, zero);
            default -> this;
        };
    }

    /** Whether the numbers are those that bf16 holds. */
    boolean isBf16() {
        return type == Type.BF16 || type == Type.BF16_IN_F32;
    }

    /** Whether the numbers are integers that a scale belongs to. */
    boolean isEightBit() {
        return type == Type.U8 || type == Type.S8 || isEightBitInFloats();
    }

    /** Whether the numbers are such integers in f32 numbers. */
    boolean isEightBitInFloats() {
        return type == Type.U8_IN_F32 || type == Type.S8_IN_F32;
    }
}
