package io.treehouse.inference.classify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is written beside its place and appears under its name when it is complete. Belongs to one thread. */
final class StagedFile implements AutoCloseable {
    private final Path target;
    private final Path staged;

    /**
     * @param target where it will stand
     * @param stage what distinguishes it from other files on their way to the same target
     */
    StagedFile(Path target, String stage) {
        this.target = target;
        this.staged = target.resolveSibling("." + target.getFileName() + "." + stage);
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
