package io.treehouse.server.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A result in the {@link ResultStore}: its folder, and how far it has come. Thread-safe. */
final class KeptResult implements AutoCloseable {
    /** Makes a file under the name that it is given. */
    @FunctionalInterface
    interface Making {
        void make(Path file) throws IOException;
    }

    private record Windows(int done, int total) {}

    private final UUID id;
    private final Optional<String> owner;
    private final RequestFolder folder = new RequestFolder();
    private volatile Windows windows = new Windows(0, 0);
    private volatile Map<String, String> parameters;
    private volatile FinishedResult finished;
    private volatile Instant lastUse = Instant.now();

    KeptResult(UUID id, Optional<String> owner) {
        this.id = id;
        this.owner = owner;
    }

    /** The caller who keeps it, if it said who it is. */
    Optional<String> owner() {
        return owner;
    }

    RequestFolder folder() {
        return folder;
    }

    Instant lastUse() {
        return lastUse;
    }

    /** Notes that somebody is interested in it. */
    void use() {
        lastUse = Instant.now();
    }

    void windows(int finished, int total) {
        windows = new Windows(finished, total);
    }

    int windowsTotal() {
        return windows.total();
    }

    /** How far it has come. */
    TileResult progress() {
        Windows now = windows;
        return TileResult.working(id.toString(), now.done(), now.total(), ResultStore.LIFETIME);
    }

    /** Says whether it has a place on Earth, and which files can be had of it. */
    void contains(boolean isPlaced, List<String> files) {
        finished = new FinishedResult(
                id.toString(),
                folder.resolve(FinishedResult.ANSWER),
                folder.resolve(TileFile.CLASSES.fileName()),
                Instant.now(),
                isPlaced,
                files);
    }

    /** What can be had of it, once it is done. */
    FinishedResult finished() {
        return finished;
    }

    /**
     * Its document stands in the folder from now on.
     *
     * @param again parameters that classify the tile in the same way another time
     */
    void finish(Map<String, String> again) {
        parameters = Map.copyOf(again);
        use();
    }

    boolean isDone() {
        return parameters != null;
    }

    /** Parameters that classify the tile in the same way another time; once it is done. */
    Map<String, String> parameters() {
        return parameters;
    }

    /** The file that says what {@link TileResult} does. */
    Path document() {
        return folder.resolve("result.json");
    }

    /** A file of the folder, which is made if it is not there. */
    synchronized Path file(String name, Making making) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            making.make(file);
        }
        return file;
    }

    /** What it takes on the disk. */
    long bytes() {
        try (Stream<Path> files = Files.list(folder.path())) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Deletes it, once no file of it is being made. */
    @Override
    public synchronized void close() {
        folder.close();
    }
}
