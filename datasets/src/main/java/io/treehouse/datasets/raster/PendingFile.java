package io.treehouse.datasets.raster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * A file that is written beside its target and takes its name when complete, so that nobody ever sees half of it. Closing
 * it unpublished deletes what was written. Belongs to one thread at a time.
 */
final class PendingFile implements AutoCloseable {
    private final Path target;
    private final Path path;

    private PendingFile(Path target, Path path) {
        this.target = target;
        this.path = path;
    }

    static PendingFile of(Path target) {
        Path absolute = target.toAbsolutePath();
        // The target's own name may be as long as the file system allows, so it is no part of this one.
        return new PendingFile(absolute, absolute.resolveSibling("." + UUID.randomUUID() + ".part"));
    }

    /** Where to write. */
    Path path() {
        return path;
    }

    /** Gives the complete file its name. */
    void publish() {
        try {
            Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException fault) {
            throw unwritable(fault);
        }
    }

    /** The exception to throw when writing fails. */
    UncheckedIOException unwritable(Exception fault) {
        return new UncheckedIOException(new IOException(target + " cannot be written: " + fault.getMessage(), fault));
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
