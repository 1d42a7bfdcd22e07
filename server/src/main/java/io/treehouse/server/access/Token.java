package io.treehouse.server.access;

import io.treehouse.datasets.document.DocumentHash;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A caller, known by a secret of which only the hash is kept. Immutable.
 *
 * @param name what logs call it
 * @param scope what it may do
 * @param sha256 hash of the secret, in hexadecimal digits
 */
public record Token(String name, Scope scope, String sha256) {
    private static final String NAME = "[A-Za-z0-9._-]{1,60}";
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    public Token {
        if (!name.matches(NAME)) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "A token cannot be called '" + name + "'",
                    "Give 1 to 60 letters, digits, dots, dashes or underscores");
        }
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("No SHA-256: " + sha256);
        }
    }

    /** A secret that cannot be guessed: 256 random bits, so that its hash needs no salt and no slowness. */
    static String newSecret() {
        byte[] random = new byte[SECRET_BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** The hash by which a secret is known. */
    static String hash(String secret) {
        return HexFormat.of().formatHex(DocumentHash.sha256().digest(secret.getBytes(StandardCharsets.UTF_8)));
    }

    /** As it stands in the file. */
    String line() {
        return name + " " + scope.word() + " " + sha256;
    }
}
