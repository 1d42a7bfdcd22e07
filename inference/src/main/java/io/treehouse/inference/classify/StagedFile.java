package io.treehouse.inference.classify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/** A file that is written elsewhere and appears under its name when it is complete. Belongs to one thread. */
public final class StagedFile implements AutoCloseable {
    private final Path target;
    private final Path staged;
    private final boolean durable;

    /**
     * @param target where it will stand
     * @param folder where it is written, on the same file system; its content then is on the disk before it appears.
     *     Without one it is written beside its place, and the system decides when
     * @param extension ending of the staged file's name, for writers that look at it
     */
    public StagedFile(Path target, Optional<Path> folder, String extension) {
        this.target = target.toAbsolutePath();
        this.durable = folder.isPresent();
        // The target's own name may have characters that native code cannot take.
        this.staged = folder.orElse(this.target.getParent()).resolve("." + UUID.randomUUID() + ".part" + extension);
    }

    /** Where to write it. */
    public Path path() {
        return staged;
    }

    /** Lets it appear under its name, in place of a file that stood there. */
    public void publish() {
        try {
            if (durable) {
                sync(staged, StandardOpenOption.WRITE);
            }
            Files.move(staged, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            if (durable) {
                sync(target.getParent(), StandardOpenOption.READ);
            }
        } catch (IOException unmovable) {
            throw new UncheckedIOException("The file " + target + " cannot be put in its place", unmovable);
        }
    }

    private static void sync(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
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
