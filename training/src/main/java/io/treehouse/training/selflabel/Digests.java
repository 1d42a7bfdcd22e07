package io.treehouse.training.selflabel;

import io.treehouse.datasets.document.DocumentHash;
import io.treehouse.datasets.sample.LabelledTile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** SHA-256 of what self labels belong to, in lower-case hexadecimal digits. */
final class Digests {
    private Digests() {}

    static String of(byte[] bytes) {
        return hex(DocumentHash.sha256(), bytes);
    }

    /** Of a picture's size, colours and labels: masks fit no other. */
    static String of(LabelledTile tile) {
        MessageDigest digest = DocumentHash.sha256();
        digest.update((tile.width() + "x" + tile.height()).getBytes(StandardCharsets.US_ASCII));
        digest.update(tile.rgb());
        return hex(digest, tile.classSets());
    }

    private static String hex(MessageDigest digest, byte[] last) {
        return HexFormat.of().formatHex(digest.digest(last));
    }
}
