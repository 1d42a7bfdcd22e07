package io.treehouse.server.access;

import io.treehouse.datasets.problem.InputProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.FileTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The tokens that a server knows: those of the file as it is now, read again when it was replaced. Thread-safe. */
public final class KnownTokens {
    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    private final TokenFile file;
    private volatile Snapshot current;

    /** @throws InputProblem if the file cannot be used */
    public KnownTokens(TokenFile file) {
        this.file = file;
        this.current = read();
    }

    /**
     * The token that a header {@code Authorization} presents: as {@code Bearer SECRET}, or as the password of {@code Basic},
     * which is what browsers ask people for. Secrets are looked up by their hash, which tells nothing by its time.
     */
    public Optional<Token> presentedBy(String authorization) {
        if (authorization == null) {
            return Optional.empty();
        }
        if (authorization.startsWith(BEARER)) {
            return known(authorization.substring(BEARER.length()));
        }
        return authorization.startsWith(BASIC)
                ? password(authorization.substring(BASIC.length())).flatMap(this::known)
                : Optional.empty();
    }

    private static Optional<String> password(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private Optional<Token> known(String secret) {
        Snapshot snapshot = current;
        if (!snapshot.time.equals(time())) {
            snapshot = read();
            current = snapshot;
        }
        return Optional.ofNullable(snapshot.byHash.get(Token.hash(secret)));
    }

    /** The time first: a file that is replaced while it is read is read once more. */
    private Snapshot read() {
        FileTime time = time();
        List<Token> tokens = file.read();
        return new Snapshot(time, tokens.stream().collect(Collectors.toUnmodifiableMap(Token::sha256, token -> token)));
    }

    private FileTime time() {
        try {
            return Files.getLastModifiedTime(file.path());
        } catch (NoSuchFileException gone) {
            return FileTime.fromMillis(0);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private record Snapshot(FileTime time, Map<String, Token> byHash) {}
}
