package io.treehouse.server.access;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The tokens of a server, a line each: {@code NAME SCOPE SHA256}. Only its owner may read it. It is replaced as a whole,
 * so that readers never see half of it. Thread-safe for readers; there is one writer at a time.
 */
public final class TokenFile {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final String HEADER =
            "# Treehouse's tokens: name, scope (read, classify, admin), SHA-256 of the secret.\n";

    private final Path file;

    public TokenFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** Where it lies. */
    public Path path() {
        return file;
    }

    /** Whether there is one. */
    public boolean exists() {
        return Files.exists(file);
    }

    /**
     * All tokens in the order in which they were made; none if there is no file.
     *
     * @throws InputProblem if others than the owner may read or change the file, or it is damaged
     */
    public List<Token> read() {
        try {
            if (!exists()) {
                return List.of();
            }
            if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                throw unusable("others than its owner may read or change it", null);
            }
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(this::token)
                    .toList();
        } catch (IOException fault) {
            throw unusable(fault.toString(), fault);
        }
    }

    /** Makes a token and returns its secret, which is kept nowhere. */
    public String add(String name, Scope scope) {
        List<Token> tokens = new ArrayList<>(read());
        if (tokens.stream().anyMatch(token -> token.name().equals(name))) {
            throw new InputProblem(
                    Kind.CONFLICT, "There is a token called '" + name + "'", "Choose another name, or revoke it first");
        }
        String secret = Token.newSecret();
        tokens.add(new Token(name, scope, Token.hash(secret)));
        write(tokens);
        return secret;
    }

    /** Takes a token back; servers notice at once. */
    public void revoke(String name) {
        List<Token> tokens = new ArrayList<>(read());
        if (!tokens.removeIf(token -> token.name().equals(name))) {
            throw new InputProblem(
                    Kind.NOT_FOUND, "There is no token called '" + name + "'", "treehouse tokens list names all");
        }
        write(tokens);
    }

    private Token token(String line) {
        String[] words = line.strip().split(" ");
        if (words.length != 3 || Scope.of(words[1]).isEmpty() || !words[2].matches("[0-9a-f]{64}")) {
            throw unusable("a line is not NAME SCOPE SHA256", null);
        }
        return new Token(words[0], Scope.of(words[1]).orElseThrow(), words[2]);
    }

    private void write(List<Token> tokens) {
        try {
            Path folder = Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(folder, "tokens", "", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            try {
                StringBuilder text = new StringBuilder(HEADER);
                tokens.forEach(token -> text.append(token.line()).append('\n'));
                Files.writeString(part, text);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException fault) {
            throw unusable(fault.toString(), fault);
        }
    }

    private InputProblem unusable(String why, IOException cause) {
        return new InputProblem(
                Kind.UNWRITABLE,
                "The tokens in " + file + " cannot be used: " + why + ".",
                "Let the file be readable by its owner alone (chmod 600), or delete it: the next start makes others.",
                cause);
    }
}
