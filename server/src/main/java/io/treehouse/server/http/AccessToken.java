package io.treehouse.server.http;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** The secret that callers present as {@code Authorization: Bearer TOKEN} to change anything. Thread-safe. */
public final class AccessToken {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final String SCHEME = "Bearer ";
    private static final int RANDOM_BYTES = 32;

    private final byte[] secret;

    private AccessToken(String secret) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads the token of a file, which is made with a random one if it does not exist. Only its owner may read it.
     *
     * @throws InputProblem if others may read it, it is empty, or it cannot be made
     */
    public static AccessToken inFile(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                throw unusable(file, "others than its owner may read or change it", null);
            }
            String secret = Files.readString(file).strip();
            if (secret.isEmpty()) {
                throw unusable(file, "it is empty", null);
            }
            return new AccessToken(secret);
        } catch (IOException fault) {
            throw unusable(file, fault.toString(), fault);
        }
    }

    /** Whole under its name from the first moment, and never readable by others. */
    private static void create(Path file) throws IOException {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path part = Files.createTempFile(folder, "token", "", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try {
            Files.writeString(part, Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n");
            Files.createLink(file, part);
        } catch (FileAlreadyExistsException made) {
            return; // another server was faster: its token counts
        } finally {
            Files.delete(part);
        }
    }

    private static InputProblem unusable(Path file, String why, IOException cause) {
        return new InputProblem(
                Kind.UNWRITABLE,
                "The token in " + file + " cannot be used: " + why + ".",
                "Let the file be readable by its owner alone (chmod 600), or delete it: the next start makes another.",
                cause);
    }

    /** Whether a header {@code Authorization} presents the token; takes as long for any wrong one. */
    boolean isIn(String authorization) {
        return authorization != null
                && authorization.startsWith(SCHEME)
                && MessageDigest.isEqual(
                        secret, authorization.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8));
    }
}
