package io.treehouse.training.selflabel;

import io.treehouse.datasets.sample.LabelledTile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of what self labels belong to, in lower-case hexadecimal digits. */
final class Digests {
    private Digests() {}

    static String of(byte[] bytes) {
        return hex(digest(), bytes);
    }

    /** Of a picture's size, colours and labels: masks fit no other. */
    static String of(LabelledTile tile) {
        MessageDigest digest = digest();
        digest.update((tile.width() + "x" + tile.height()).getBytes(StandardCharsets.US_ASCII));
        digest.update(tile.rgb());
        return hex(digest, tile.classSets());
    }

    private static String hex(MessageDigest digest, byte[] last) {
        return HexFormat.of().formatHex(digest.digest(last));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
