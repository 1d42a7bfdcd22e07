package io.treehouse.datasets.raster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The name of a file or folder as native code can take it. JNI hands strings over in a UTF-8 of its own, in which
 * characters such as emoji are other bytes than in the file system: what has one in its path is named by a temporary
 * link with a plain name, which closing removes. What was opened by it stays open. Belongs to one thread at a time.
 */
public final class PlainPath implements AutoCloseable {
    private final Path path;
    private final Path linkFolder;

    private PlainPath(Path path, Path linkFolder) {
        this.path = path;
        this.linkFolder = linkFolder;
    }

    /**
     * Names a file or folder.
     *
     * @throws UncheckedIOException if a link is needed and cannot be made
     */
    public static PlainPath of(Path named) {
        Path absolute = named.toAbsolutePath();
        if (!hasSupplementaryCharacters(absolute)) {
            return new PlainPath(absolute, null);
        }
        try {
            Path folder = Files.createTempDirectory("treehouse-link-");
            return new PlainPath(Files.createSymbolicLink(folder.resolve("linked"), absolute), folder);
        } catch (IOException impossible) {
            throw new UncheckedIOException(absolute + " cannot be linked to", impossible);
        }
    }

    private static boolean hasSupplementaryCharacters(Path path) {
        return path.toString().chars().anyMatch(unit -> Character.isSurrogate((char) unit));
    }

    /** The name, absolute. */
    public Path path() {
        return path;
    }

    @Override
    public void close() {
        if (linkFolder == null) {
            return;
        }
        try {
            Files.deleteIfExists(path);
            Files.deleteIfExists(linkFolder);
        } catch (IOException fault) {
            throw new UncheckedIOException("The link " + path + " cannot be removed", fault);
        }
    }
}
