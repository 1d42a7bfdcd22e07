package io.treehouse.inference.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobIdentityTest {
    @TempDir
    Path folder;

    @Test
    void saysInWordsWhatChanged() {
        JobIdentity before = new JobIdentity(Map.of("the input", "1", "the model", "a"));

        assertEquals(Optional.empty(), before.changedSince(JobIdentity.parse(before.text())));
        assertEquals(
                Optional.of("the model"),
                new JobIdentity(Map.of("the input", "1", "the model", "b")).changedSince(before));
    }

    @Test
    void aFileIsAnotherWhenItsSizeItsDateOrItsContentIs() throws IOException {
        Path file = folder.resolve("scene");
        Files.write(file, new byte[40_000_000]);
        FileTime time = FileTime.fromMillis(1_700_000_000_000L);
        Files.setLastModifiedTime(file, time);
        InputFingerprint before = InputFingerprint.of(file);
        assertEquals(before, InputFingerprint.of(file));

        for (long changed : new long[] {0, 39_999_999}) {
            write(file, changed, 1);
            Files.setLastModifiedTime(file, time);
            assertNotEquals(before, InputFingerprint.of(file));
            write(file, changed, 0);
        }
        Files.setLastModifiedTime(file, time);
        assertEquals(before, InputFingerprint.of(file));

        Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_001L));
        assertNotEquals(before, InputFingerprint.of(file));
        write(file, 40_000_000, 0);
        Files.setLastModifiedTime(file, time);
        assertNotEquals(before, InputFingerprint.of(file));
    }

    @Test
    void ofASmallFileEveryByteCounts() throws IOException {
        Path file = folder.resolve("tile");
        Files.write(file, new byte[100_000]);
        String before = InputFingerprint.of(file).sha256();
        for (long changed : new long[] {0, 33_000, 65_536, 99_999}) {
            write(file, changed, 1);
            assertNotEquals(before, InputFingerprint.of(file).sha256());
            write(file, changed, 0);
        }
    }

    private static void write(Path file, long at, int value) throws IOException {
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            content.seek(at);
            content.write(value);
        }
    }
}
