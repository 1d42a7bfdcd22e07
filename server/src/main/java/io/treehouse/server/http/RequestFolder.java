package io.treehouse.server.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A temporary folder that holds everything one request writes and is deleted with all of it at the request's end. */
final class RequestFolder implements AutoCloseable {
    private final Path path;

    RequestFolder() {
        try {
            path = Files.createTempDirectory("treehouse-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RequestFolder(Path path) {
        this.path = path;
    }

    /** A folder that is there already, and is deleted with all of it when this is closed. */
    static RequestFolder in(Path folder) {
        return new RequestFolder(folder);
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /** The folder itself. */
    Path path() {
        return path;
    }

    @Override
    public void close() {
        delete(path);
    }

    /** Deletes a folder with everything in it; none is none. */
    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
