package io.treehouse.inference.job;

import java.io.DataInput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * One entry of a journal: number, length and checksum, 12 bytes, then the content. A record that a crash cut off has a
 * wrong checksum.
 *
 * @param number what it is about
 * @param content at most {@link #MAXIMUM_BYTES}
 */
record JournalRecord(int number, byte[] content) {
    static final int MAXIMUM_BYTES = 1 << 28;
    private static final int HEADER_BYTES = 3 * Integer.BYTES;

    static JournalRecord of(int number, float[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(Math.multiplyExact(Float.BYTES, values.length))
                .order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        return new JournalRecord(number, buffer.array());
    }

    float[] values() {
        float[] values = new float[content.length / Float.BYTES];
        ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }

    /** Bytes that it takes in the journal. */
    long length() {
        return (long) HEADER_BYTES + content.length;
    }

    byte[] encoded() {
        return ByteBuffer.allocate(Math.toIntExact(length()))
                .putInt(number)
                .putInt(content.length)
                .putInt(checksum())
                .put(content)
                .array();
    }

    private int checksum() {
        CRC32C checksum = new CRC32C();
        checksum.update(ByteBuffer.allocate(2 * Integer.BYTES)
                .putInt(number)
                .putInt(content.length)
                .flip());
        checksum.update(content);
        return (int) checksum.getValue();
    }

    /**
     * Reads a record.
     *
     * @param remaining bytes that there are
     * @return empty if there is no whole record
     */
    static Optional<JournalRecord> read(DataInput from, long remaining) throws IOException {
        if (remaining < HEADER_BYTES) {
            return Optional.empty();
        }
        int number = from.readInt();
        int length = from.readInt();
        int checksum = from.readInt();
        if (length < 0 || length > Math.min(MAXIMUM_BYTES, remaining - HEADER_BYTES)) {
            return Optional.empty();
        }
        byte[] content = new byte[length];
        from.readFully(content);
        JournalRecord record = new JournalRecord(number, content);
        return record.checksum() == checksum ? Optional.of(record) : Optional.empty();
    }
}
