package io.treehouse.server.access;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.server.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What each caller keeps on the server's disk, and how much that may be. Which file or folder is whose stands in the
 * database; how large it is says the disk. Thread-safe. Methods throw {@link
 * io.treehouse.server.store.StoreUnavailableException} without the database.
 */
public final class DiskShares {
    private static final String OF_HOME = " where home = :home ";

    private final Store store;
    private final Path home;
    private final long mostBytesEach;

    /**
     * @param store the database; stays open
     * @param home folder below which everything lies that is kept
     * @param mostBytesEach most bytes of one caller, at least 1
     */
    public DiskShares(Store store, Path home, long mostBytesEach) {
        if (mostBytesEach < 1) {
            throw new IllegalArgumentException("A caller may keep at least 1 byte, not " + mostBytesEach);
        }
        this.store = store;
        this.home = home.toAbsolutePath().normalize();
        this.mostBytesEach = mostBytesEach;
    }

    /** A file or folder is the caller's from now on, unless it is somebody's already. */
    public void note(String caller, Path kept) {
        store.call(handle -> handle.createUpdate("insert into kept_path (home, path, caller)"
                        + " values (:home, :path, :caller) on conflict do nothing")
                .bind("home", home.toString())
                .bind("path", relative(kept))
                .bind("caller", caller)
                .execute());
    }

    /**
     * Bytes that the caller may still keep.
     *
     * @param besideBytes what it keeps elsewhere
     * @throws InputProblem if none are left
     */
    public long left(String caller, long besideBytes) {
        long kept = besideBytes + bytes(caller);
        if (kept >= mostBytesEach) {
            throw new InputProblem(
                    Kind.UNWRITABLE,
                    "The token '%s' keeps %d MiB on the server, and %d are allowed"
                            .formatted(caller, kept >> 20, mostBytesEach >> 20),
                    "DELETE jobs, results, feedback or imagery of retrainings that you no longer need, or wait until jobs and"
                            + " results expire");
        }
        return mostBytesEach - kept;
    }

    /** Everything of a caller that is still there. */
    private long bytes(String caller) {
        long sum = 0;
        for (String path : paths(caller)) {
            Path kept = home.resolve(path);
            if (Files.exists(kept)) {
                sum += size(kept);
            } else {
                forget(path);
            }
        }
        return sum;
    }

    private List<String> paths(String caller) {
        return store.call(handle -> handle.createQuery("select path from kept_path" + OF_HOME + "and caller = :caller")
                .bind("home", home.toString())
                .bind("caller", caller)
                .mapTo(String.class)
                .list());
    }

    private void forget(String path) {
        store.call(handle -> handle.createUpdate("delete from kept_path" + OF_HOME + "and path = :path")
                .bind("home", home.toString())
                .bind("path", path)
                .execute());
    }

    private String relative(Path kept) {
        return home.relativize(kept.toAbsolutePath().normalize()).toString();
    }

    private static long size(Path kept) {
        try (Stream<Path> files = Files.walk(kept)) {
            // Files that go meanwhile have no length.
            return files.mapToLong(
                            file -> file.toFile().isFile() ? file.toFile().length() : 0)
                    .sum();
        } catch (UncheckedIOException | IOException gone) {
            return 0;
        }
    }
}
