package io.treehouse.training.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.treehouse.datasets.problem.InputProblem;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Path file = folder.resolve("checkpoint.bin");
        RunIdentity run = new RunIdentity("a configuration", "onednn-bf16", "0123");
        new Checkpoint(run, 7, 1.5, new float[] {1, 2}, new float[] {3}, new float[] {4, 5}).write(file);

        Checkpoint read = Checkpoint.read(file);

        assertEquals(run, read.run());
        assertEquals(run, Checkpoint.readRun(file));
        assertEquals(7, read.step());
        assertEquals(1.5, read.seconds());
        assertArrayEquals(new float[] {1, 2}, read.parameters());
        assertArrayEquals(new float[] {3}, read.updaterState());
        assertArrayEquals(new float[] {4, 5}, read.average());
    }

    @Test
    void theEarlierFormIsReadToo() throws IOException {
        Path file = Files.write(folder.resolve("checkpoint.bin"), earlierForm());

        Checkpoint read = Checkpoint.read(file);

        assertEquals(new RunIdentity("a configuration", "", ""), read.run());
        assertEquals(7, read.step());
        assertArrayEquals(new float[] {9}, read.average());
    }

    @Test
    void whatIsNoCheckpointIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("checkpoint.bin"), "something else");

        assertThrows(InputProblem.class, () -> Checkpoint.read(file));
        assertThrows(InputProblem.class, () -> Checkpoint.readRun(file));
    }

    private static byte[] earlierForm() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(0x54524B31);
            out.writeUTF("a configuration");
            out.writeInt(7);
            out.writeDouble(1.5);
            for (int array = 0; array < 3; array++) {
                out.writeInt(1);
                out.writeFloat(9);
            }
            CRC32 checksum = new CRC32();
            checksum.update(bytes.toByteArray());
            out.writeLong(checksum.getValue());
        }
        return bytes.toByteArray();
    }
}
