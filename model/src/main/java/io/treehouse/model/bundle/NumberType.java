package io.treehouse.model.bundle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How the numbers of an array are stored, little-endian. */
public enum NumberType {
    /** Integers -128…127. */
    I8(1) {
        @Override
        void put(ByteBuffer to, float value) {
            to.put((byte) value);
        }

        @Override
        float get(ByteBuffer from) {
            return from.get();
        }
    },
    /** IEEE 754 binary16; values are rounded to the nearest, ties to even. */
    F16(2) {
        @Override
        void put(ByteBuffer to, float value) {
            to.putShort(Float16.fromFloat(value));
        }

        @Override
        float get(ByteBuffer from) {
            return Float16.toFloat(from.getShort());
        }
    },
    /** The upper half of binary32; values are rounded to the nearest, ties to even. */
    BF16(2) {
        @Override
        void put(ByteBuffer to, float value) {
            to.putShort(Bf16.toShort(value));
        }

        @Override
        float get(ByteBuffer from) {
            return Bf16.fromShort(from.getShort());
        }
    },
    /** IEEE 754 binary32. */
    F32(4) {
        @Override
        void put(ByteBuffer to, float value) {
            to.putFloat(value);
        }

        @Override
        float get(ByteBuffer from) {
            return from.getFloat();
        }
    };

    private final int bytes;

    NumberType(int bytes) {
        this.bytes = bytes;
    }

    abstract void put(ByteBuffer to, float value);

    abstract float get(ByteBuffer from);

    /** Bytes of one number. */
    int bytes() {
        return bytes;
    }

    byte[] encode(float[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            put(buffer, value);
        }
        return buffer.array();
    }

    float[] decode(byte[] stored) {
        ByteBuffer buffer = ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[stored.length / bytes];
        for (int i = 0; i < values.length; i++) {
            values[i] = get(buffer);
        }
        return values;
    }
}
