package io.treehouse.inference.classify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** A file that is written beside its place and appears under its name when it is complete. Belongs to one thread. */
final class StagedFile implements AutoCloseable {
    private final Path target;
    private final Path staged;

    /** @param target where it will stand */
    StagedFile(Path target) {
        this(target, "");
    }

    /**
     * @param target where it will stand
     * @param extension ending of the staged file's name, for writers that look at it
     */
    StagedFile(Path target, String extension) {
        this.target = target;
        // The target's own name may have characters that native code cannot take.
        this.staged = target.resolveSibling("." + UUID.randomUUID() + ".part" + extension);
    }

    /** Where to write it. */
    Path path() {
        return staged;
    }

    /** Lets it appear under its name, in place of a file that stood there. */
    void publish() {
        try {
            Files.move(staged, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unmovable) {
            throw new UncheckedIOException("The file " + target + " cannot be put in its place", unmovable);
        }
    }

    /** Deletes what was written unless it was published. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(staged);
        } catch (IOException undeletable) {
            throw new UncheckedIOException("The unfinished file " + staged + " cannot be deleted", undeletable);
        }
    }
}
