package io.treehouse.inference.job;

import io.treehouse.inference.scene.WindowMemory;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The logits of finished windows in a file that only grows: the identity of the job first, then a record for each window as
 * soon as the network is done with it. A record counts when all of it is there and its checksum is right, so that a killed
 * process loses none that was written, and a machine that stops loses no more than was not yet {@link #sync()}ed.
 * Thread-safe.
 */
final class WindowJournal implements WindowMemory, AutoCloseable {
    /** Number of the record with the identity; changes with the format. */
    private static final int IDENTITY = -1;

    private final Path path;
    // Not a channel: an interrupt of a thread that reads would close that for all others.
    private final RandomAccessFile file;
    private final Map<Integer, Long> places = new ConcurrentHashMap<>();
    private long end;

    private WindowJournal(Path path) throws IOException {
        this.path = path;
        file = new RandomAccessFile(path.toFile(), "rw");
    }

    /** Opens a journal; one that belongs to another job, or to none, is emptied first. */
    static WindowJournal open(Path path, JobIdentity identity) throws IOException {
        WindowJournal journal = new WindowJournal(path);
        try {
            if (journal.readIdentity().filter(identity::equals).isPresent()) {
                journal.findWindows();
            } else {
                journal.begin(identity);
            }
            return journal;
        } catch (IOException | RuntimeException fault) {
            journal.close();
            throw fault;
        }
    }

    /** The identity of the job that a journal belongs to; empty if there is no whole one. */
    static Optional<JobIdentity> identity(Path path) throws IOException {
        if (!path.toFile().exists()) {
            return Optional.empty();
        }
        try (WindowJournal journal = new WindowJournal(path)) {
            return journal.readIdentity();
        }
    }

    private Optional<JobIdentity> readIdentity() throws IOException {
        file.seek(0);
        return JournalRecord.read(file, file.length())
                .filter(record -> record.number() == IDENTITY)
                .map(record -> {
                    end = record.length();
                    return JobIdentity.parse(new String(record.content(), StandardCharsets.UTF_8));
                });
    }

    private void findWindows() throws IOException {
        file.seek(end);
        for (Optional<JournalRecord> record = next(); record.isPresent(); record = next()) {
            places.put(record.get().number(), end);
            end += record.get().length();
        }
        file.setLength(end);
    }

    private Optional<JournalRecord> next() throws IOException {
        return JournalRecord.read(file, file.length() - end);
    }

    private void begin(JobIdentity identity) throws IOException {
        if (file.length() > 0) {
            file.setLength(0);
        }
        end = 0;
        append(new JournalRecord(IDENTITY, identity.text().getBytes(StandardCharsets.UTF_8)));
    }

    private synchronized long append(JournalRecord record) throws IOException {
        long place = end;
        file.seek(place);
        file.write(record.encoded());
        end += record.length();
        return place;
    }

    /** Number of windows kept. */
    int windows() {
        return places.size();
    }

    @Override
    public boolean holds(int window) {
        return places.containsKey(window);
    }

    @Override
    public synchronized float[] recall(int window) {
        try {
            file.seek(places.get(window));
            return JournalRecord.read(file, file.length() - places.get(window))
                    .orElseThrow(() -> new IOException("window " + window + " is damaged"))
                    .values();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Finished windows cannot be read back from " + path, unreadable);
        }
    }

    @Override
    public void keep(int window, float[] logits) {
        try {
            places.put(window, append(JournalRecord.of(window, logits)));
        } catch (IOException unwritable) {
            throw new UncheckedIOException("Finished windows cannot be kept in " + path, unwritable);
        }
    }

    /** Waits until the disk has all that was written. */
    void sync() {
        try {
            file.getFD().sync();
        } catch (IOException unwritable) {
            throw new UncheckedIOException("Finished windows cannot be kept in " + path, unwritable);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
