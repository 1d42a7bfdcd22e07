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
    private final PlainPath folder;
    private final Path path;

    private PendingFile(Path target, PlainPath folder) {
        this.target = target;
        this.folder = folder;
        // The target's own name may be as long as the file system allows, so it is no part of this one.
        this.path = folder.path().resolve("." + UUID.randomUUID() + ".part");
    }

    static PendingFile of(Path target) {
        Path absolute = target.toAbsolutePath();
        return new PendingFile(absolute, PlainPath.of(absolute.getParent()));
    }

    /** Where to write: a name that native code can take. */
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
        return new UncheckedIOException(
                new IOException(target + " cannot be written: " + fault.getMessage() + freeSpace(), fault));
    }

    /** What GDAL says of a full disk does not name it. */
    private String freeSpace() {
        try {
            long mib = Files.getFileStore(target.getParent()).getUsableSpace() >> 20;
            return " (its disk has " + mib + " MiB left)";
        } catch (IOException unknown) {
            return "";
        }
    }

    @Override
    public void close() {
        try (folder) {
            Files.deleteIfExists(path);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
