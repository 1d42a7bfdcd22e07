package io.treehouse.model.network;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An array of NumPy's .npy format (numpy.lib.format, versions 1 to 3), little-endian float32 in c-order; other kinds are
 * refused.
 *
 * @param shape lengths of the axes
 * @param values in c-order
 */
record NpyArray(long[] shape, float[] values) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([0-9, ]*)\\)");

    /**
     * Parses the bytes of a file.
     *
     * @throws IllegalArgumentException if they are no such array
     */
    static NpyArray parse(byte[] bytes) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            long[] shape = shape(header(buffer));
            float[] values = new float[Math.toIntExact(length(shape))];
            buffer.asFloatBuffer().get(values);
            return new NpyArray(shape, values);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("is cut short", e);
        }
    }

    private static String header(ByteBuffer buffer) {
        byte[] magic = new byte[MAGIC.length];
        buffer.get(magic);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new IllegalArgumentException("is no .npy array");
        }
        int version = buffer.get();
        buffer.get();
        int length = version == 1 ? Short.toUnsignedInt(buffer.getShort()) : buffer.getInt();
        if (length < 0 || length > buffer.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] header = new byte[length];
        buffer.get(header);
        return new String(header, StandardCharsets.US_ASCII);
    }

    private static long[] shape(String header) {
        Matcher matcher = SHAPE.matcher(header);
        if (!header.contains("'<f4'") || !header.contains("'fortran_order': False") || !matcher.find()) {
            throw new IllegalArgumentException("is not little-endian float32 in c-order: " + header.strip());
        }
        return Arrays.stream(matcher.group(1).split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .mapToLong(Long::parseLong)
                .toArray();
    }

    private static long length(long[] shape) {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }
}
