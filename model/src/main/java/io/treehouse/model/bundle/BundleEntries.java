package io.treehouse.model.bundle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The zip file of a bundle. Entries are stored, not compressed: weights hardly shrink, the bytes do not depend on a
 * compressor's version, and no entry can unpack to more than the file holds.
 */
final class BundleEntries {
    private static final Pattern NAME = Pattern.compile("(arrays/)?[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}");
    private static final LocalDateTime TIMESTAMP = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int END_ENTRY_COUNT = 10;

    private BundleEntries() {}

    /** The bytes of a zip file with these entries in this order; the same entries give the same bytes. */
    static byte[] pack(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(header(entry.getKey(), entry.getValue()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static ZipEntry header(String name, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry header = new ZipEntry(name);
        header.setMethod(ZipEntry.STORED);
        header.setSize(content.length);
        header.setCrc(crc.getValue());
        header.setTimeLocal(TIMESTAMP);
        return header;
    }

    /** The entries of a zip file in its order. */
    static Map<String, byte[]> unpack(byte[] file) throws MalformedBundleException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry header = zip.getNextEntry(); header != null; header = zip.getNextEntry()) {
                checkHeader(header, file.length);
                if (entries.put(header.getName(), zip.readAllBytes()) != null) {
                    throw new MalformedBundleException(header.getName(), "the entry is there twice");
                }
            }
        } catch (IOException | IllegalArgumentException damaged) {
            throw new MalformedBundleException("zip file", "it is damaged: " + damaged.getMessage(), damaged);
        }
        checkEnd(file, entries.size());
        return entries;
    }

    private static void checkHeader(ZipEntry header, long fileBytes) throws MalformedBundleException {
        if (!NAME.matcher(header.getName()).matches()) {
            throw new MalformedBundleException("zip file", "the name of an entry is not allowed: " + header.getName());
        }
        if (header.getMethod() != ZipEntry.STORED) {
            throw new MalformedBundleException(header.getName(), "the entry is compressed");
        }
        if (header.getSize() > fileBytes) {
            throw new MalformedBundleException(header.getName(), "the entry claims to be larger than the file");
        }
    }

    /** The file ends with its directory, which lists as many entries: it is neither cut off nor does it hide any. */
    private static void checkEnd(byte[] file, int entries) throws MalformedBundleException {
        ByteBuffer end = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int start = file.length - END_BYTES;
        if (start < 0
                || end.getInt(start) != END_SIGNATURE
                || Short.toUnsignedInt(end.getShort(start + END_ENTRY_COUNT)) != entries) {
            throw new MalformedBundleException("zip file", "its directory is missing or lists other entries");
        }
    }
}
