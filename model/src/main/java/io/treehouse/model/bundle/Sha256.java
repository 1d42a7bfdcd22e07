package io.treehouse.model.bundle;

import io.treehouse.datasets.document.DocumentHash;
import java.util.HexFormat;

/** SHA-256 in lower-case hexadecimal digits. */
final class Sha256 {
    private Sha256() {}

    static String of(byte[] bytes) {
        return HexFormat.of().formatHex(DocumentHash.sha256().digest(bytes));
    }
}
