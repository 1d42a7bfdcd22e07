package io.treehouse.inference.job;

import io.treehouse.datasets.document.DocumentHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/**
 * What tells the files of an input from later ones of the same names.
 *
 * @param bytes their size together
 * @param modified when the last of them was last written to
 * @param sha256 hash of their content: of all of a small file, of blocks spread evenly over a large one, both ends included;
 *     of several files the hash of their hashes
 */
record InputFingerprint(long bytes, FileTime modified, String sha256) {
    private static final int BLOCK_BYTES = 1 << 16;
    private static final int BLOCKS = 256;

    /** Looks at the files of an input, at least one. */
    static InputFingerprint of(List<Path> files) {
        List<InputFingerprint> each = files.stream().map(InputFingerprint::of).toList();
        if (each.size() == 1) {
            return each.get(0);
        }
        MessageDigest digest = DocumentHash.sha256();
        each.forEach(file -> digest.update(file.sha256.getBytes(StandardCharsets.US_ASCII)));
        return new InputFingerprint(
                each.stream().mapToLong(InputFingerprint::bytes).sum(),
                Collections.max(each.stream().map(InputFingerprint::modified).toList()),
                HexFormat.of().formatHex(digest.digest()));
    }

    /** Looks at one file. */
    static InputFingerprint of(Path file) {
        try (FileChannel content = FileChannel.open(file)) {
            FileTime modified = Files.getLastModifiedTime(file);
            return new InputFingerprint(content.size(), modified, hash(content));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }

    private static String hash(FileChannel content) throws IOException {
        MessageDigest digest = DocumentHash.sha256();
        long last = Math.max(0, content.size() - BLOCK_BYTES);
        long blocks = Math.min(BLOCKS, (content.size() + BLOCK_BYTES - 1) / BLOCK_BYTES);
        for (long block = 0; block < blocks; block++) {
            ByteBuffer buffer = ByteBuffer.allocate(BLOCK_BYTES);
            long start = blocks == 1 ? 0 : last * block / (blocks - 1);
            while (buffer.hasRemaining() && content.read(buffer, start + buffer.position()) >= 0) {
                // One read may bring less than was asked for.
            }
            digest.update(buffer.flip());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
