package io.treehouse.datasets.vector;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Adds the member {@code metadata} to the header of a FlatGeobuf file, for which GDAL has no option. The header is a
 * FlatBuffer, whose references all point forward: a new root table goes in front of the old content, which stays as it is,
 * and refers to it. Index and features follow behind unchanged.
 */
final class FlatGeobufMetadata {
    /** Before the header: eight magic bytes and its length. */
    private static final int HEADER_START = 12;

    /** Bytes that each member of the header's table takes, in the order of FlatGeobuf's schema; 0 marks a reference. */
    private static final int[] MEMBER_BYTES = {0, 0, 1, 1, 1, 1, 1, 0, 8, 2, 0, 0, 0, 0};

    private static final int METADATA = 13;
    private static final int REFERENCE_BYTES = 4;

    /** The order in which members are laid out, so that each lies at a multiple of its size. */
    private static final int[] LAYOUT = {8, 0, 1, 7, 10, 11, 12, METADATA, 9, 2, 3, 4, 5, 6};

    private static final int VTABLE = REFERENCE_BYTES;
    private static final int TABLE = VTABLE + 2 * (2 + MEMBER_BYTES.length);
    private static final int LARGEST = 8;

    private FlatGeobufMetadata() {}

    /** Rewrites a complete file with the metadata, which are JSON by FlatGeobuf's agreement. */
    static void add(Path file, String json) throws IOException {
        Path rewritten = file.resolveSibling(file.getFileName() + ".part");
        try (FileChannel from = FileChannel.open(file);
                FileChannel to = FileChannel.open(rewritten, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer start = read(from, HEADER_START);
            int length = start.getInt(HEADER_START - REFERENCE_BYTES);
            ByteBuffer header = withMetadata(read(from, length), json);
            start.putInt(HEADER_START - REFERENCE_BYTES, header.remaining());
            write(to, start);
            write(to, header);
            for (long at = from.position(); at < from.size(); ) {
                at += from.transferTo(at, from.size() - at, to);
            }
            Files.move(rewritten, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(rewritten);
        }
    }

    private static ByteBuffer read(FileChannel from, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (from.read(buffer) < 0) {
                throw new IOException("The FlatGeobuf file ends in its header");
            }
        }
        return buffer.flip();
    }

    private static void write(FileChannel to, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }

    /** The header with another root table in front and the text behind. */
    static ByteBuffer withMetadata(ByteBuffer header, String json) {
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        int content = multipleOf(LARGEST, TABLE + REFERENCE_BYTES + tableBytes());
        int textStart = multipleOf(REFERENCE_BYTES, content + header.remaining());
        ByteBuffer whole = ByteBuffer.allocate(multipleOf(LARGEST, textStart + REFERENCE_BYTES + text.length + 1))
                .order(ByteOrder.LITTLE_ENDIAN);
        whole.putInt(0, TABLE);
        whole.putShort(VTABLE, (short) (TABLE - VTABLE));
        whole.putShort(VTABLE + 2, (short) (content - TABLE));
        whole.putInt(TABLE, TABLE - VTABLE);
        int place = TABLE + REFERENCE_BYTES;
        for (int member : LAYOUT) {
            int found = member == METADATA ? textStart - content : find(header, member);
            if (found != 0) {
                whole.putShort(VTABLE + 4 + 2 * member, (short) (place - TABLE));
                copy(header, member, found, whole, place, content);
            }
            place += bytes(member);
        }
        whole.put(content, header, header.position(), header.remaining());
        whole.putInt(textStart, text.length);
        whole.put(textStart + REFERENCE_BYTES, text);
        return whole;
    }

    /**
     * Where a member of the old root table lies; 0 if it has none.
     */
    private static int find(ByteBuffer header, int member) {
        int table = header.getInt(0);
        int vtable = table - header.getInt(table);
        int entry = 4 + 2 * member;
        int offset = entry < header.getShort(vtable) ? header.getShort(vtable + entry) : 0;
        return offset == 0 ? 0 : table + offset;
    }

    private static void copy(ByteBuffer header, int member, int found, ByteBuffer whole, int place, int content) {
        if (member == METADATA) {
            whole.putInt(place, content + found - place);
        } else if (MEMBER_BYTES[member] == 0) {
            whole.putInt(place, content + found + header.getInt(found) - place);
        } else {
            whole.put(place, header, found, MEMBER_BYTES[member]);
        }
    }

    private static int bytes(int member) {
        return MEMBER_BYTES[member] == 0 ? REFERENCE_BYTES : MEMBER_BYTES[member];
    }

    private static int tableBytes() {
        int bytes = 0;
        for (int member : LAYOUT) {
            bytes += bytes(member);
        }
        return bytes;
    }

    private static int multipleOf(int unit, int bytes) {
        return (bytes + unit - 1) / unit * unit;
    }
}
