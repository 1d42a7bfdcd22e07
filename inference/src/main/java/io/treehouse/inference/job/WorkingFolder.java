package io.treehouse.inference.job;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder with what is unfinished of one job, locked against a second process. The lock ends with the process, however
 * that ends. Belongs to one thread.
 */
final class WorkingFolder implements AutoCloseable {
    private static final String LOCK = "lock";
    private static final String JOURNAL = "journal";

    private final Path path;
    private final FileChannel lock;

    private WorkingFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Opens a folder, which is made if need be, and deletes all in it but the journal: those are the unfinished files of a
     * run that ended.
     *
     * @throws InputProblem if another job works in it
     */
    static WorkingFolder open(Path path) throws IOException {
        Files.createDirectories(path);
        FileChannel channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!takesLock(channel)) {
            channel.close();
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "Another run classifies the same file into the same folder (it holds " + path + ")",
                    "Wait until it is done, or give another folder");
        }
        WorkingFolder folder = new WorkingFolder(path, channel);
        folder.deleteAllBut(List.of(LOCK, JOURNAL));
        return folder;
    }

    /** Whether this took the lock. */
    private static boolean takesLock(FileChannel channel) throws IOException {
        try {
            FileLock held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    Path path() {
        return path;
    }

    Path journal() {
        return path.resolve(JOURNAL);
    }

    /** Whether a folder is left of a job that nobody works on. */
    static boolean isAbandoned(Path folder) {
        if (!Files.isRegularFile(folder.resolve(JOURNAL)) || !Files.isRegularFile(folder.resolve(LOCK))) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE)) {
            return takesLock(channel);
        } catch (IOException notOurs) {
            return false;
        }
    }

    private void deleteAllBut(List<String> kept) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.toList()) {
                if (!kept.contains(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Deletes the folder; nothing can be resumed any more. */
    void delete() throws IOException {
        deleteAllBut(List.of(LOCK));
        Files.deleteIfExists(path.resolve(LOCK));
        Files.deleteIfExists(path);
    }

    /** Unlocks the folder. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
