package io.treehouse.inference.job;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowJournalTest {
    private static final JobIdentity JOB = new JobIdentity(Map.of("the model", "a"));
    private static final float[] SEVEN = {1.5f, -3e-20f, Float.MAX_VALUE};
    private static final float[] NO_IMAGERY = {};

    @TempDir
    Path folder;

    @Test
    void windowsAreRecalledBitForBitByALaterRun() throws IOException {
        try (WindowJournal journal = WindowJournal.open(path(), JOB)) {
            journal.keep(7, SEVEN);
            journal.keep(2, NO_IMAGERY);
        }

        try (WindowJournal journal = WindowJournal.open(path(), JOB)) {
            assertEquals(2, journal.windows());
            assertFalse(journal.holds(0));
            assertArrayEquals(NO_IMAGERY, journal.recall(2));
            assertArrayEquals(SEVEN, journal.recall(7));
            journal.keep(0, SEVEN);
            assertArrayEquals(SEVEN, journal.recall(0));
        }
    }

    @Test
    void aRecordCutOffAtAnyByteIsLostAloneAndTheNextOneTakesItsPlace() throws IOException {
        long whole = lengthAfter(1);
        long both = lengthAfter(2);
        for (long length = whole; length < both; length++) {
            lengthAfter(2);
            try (RandomAccessFile file = new RandomAccessFile(path().toFile(), "rw")) {
                file.setLength(length);
            }
            try (WindowJournal journal = WindowJournal.open(path(), JOB)) {
                assertTrue(journal.holds(0));
                assertFalse(journal.holds(1));
                journal.keep(5, SEVEN);
            }
            try (WindowJournal journal = WindowJournal.open(path(), JOB)) {
                assertEquals(2, journal.windows());
                assertArrayEquals(SEVEN, journal.recall(5));
            }
        }
    }

    @Test
    void whatADiskMadeZerosOfDoesNotCount() throws IOException {
        long whole = lengthAfter(1);
        long both = lengthAfter(2);
        try (RandomAccessFile file = new RandomAccessFile(path().toFile(), "rw")) {
            file.seek(whole);
            file.write(new byte[(int) (both - whole)]);
        }

        try (WindowJournal journal = WindowJournal.open(path(), JOB)) {
            assertEquals(1, journal.windows());
        }
    }

    @Test
    void theJournalOfAnotherJobIsEmptied() throws IOException {
        lengthAfter(2);
        JobIdentity other = new JobIdentity(Map.of("the model", "b"));

        assertEquals(
                Optional.of("the model"),
                other.changedSince(WindowJournal.identity(path()).orElseThrow()));
        try (WindowJournal journal = WindowJournal.open(path(), other)) {
            assertEquals(0, journal.windows());
        }
    }

    @Test
    void whatIsNoJournalIsTakenForAnEmptyOne() throws IOException {
        Files.writeString(path(), "something else");

        assertEquals(Optional.empty(), WindowJournal.identity(path()));
        try (WindowJournal journal = WindowJournal.open(path(), JOB)) {
            assertEquals(0, journal.windows());
        }
    }

    @Test
    void aFullDiskIsNamed() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "There is no /dev/full");
        Files.createSymbolicLink(path(), full);

        IOException refused = assertThrows(IOException.class, () -> WindowJournal.open(path(), JOB));

        assertTrue(refused.getMessage().contains("No space left"), refused.getMessage());
    }

    @Test
    void aClosedJournalSaysWhereItCouldNotKeepAWindow() throws IOException {
        WindowJournal journal = WindowJournal.open(path(), JOB);
        journal.close();

        UncheckedIOException refused = assertThrows(UncheckedIOException.class, () -> journal.keep(0, SEVEN));

        assertTrue(refused.getMessage().contains(path().toString()), refused.getMessage());
        assertFalse(journal.holds(0));
    }

    /** Length of a fresh journal with so many windows. */
    private long lengthAfter(int windows) throws IOException {
        Files.deleteIfExists(path());
        try (WindowJournal journal = WindowJournal.open(path(), JOB)) {
            for (int window = 0; window < windows; window++) {
                journal.keep(window, SEVEN);
            }
        }
        return Files.size(path());
    }

    private Path path() {
        return folder.resolve("journal");
    }
}
