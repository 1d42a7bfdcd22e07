package io.treehouse.training.fit;

import io.treehouse.datasets.document.AtomicFile;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * Everything that a run needs to go on as if it had not stopped. Crops and learning rates follow from the step, so the
 * step, the weights and the updater's moments suffice. A file of raw numbers with a checksum; no Java serialisation.
 *
 * @param run what the run was started with
 * @param step steps done
 * @param seconds time spent on them
 * @param parameters the weights in the graph's order
 * @param updaterState the updater's moments in the graph's order
 * @param average the exponential moving average of the weights
 */
record Checkpoint(
        RunIdentity run, int step, double seconds, float[] parameters, float[] updaterState, float[] average) {
    private static final int MAGIC = 0x54524B32;

    /** An earlier form, which records neither kernels nor pictures. */
    private static final int MAGIC_1 = 0x54524B31;

    private static final int MAXIMUM_VALUES = 1 << 28;

    /** Writes the file so that a crash leaves the last complete one. */
    void write(Path file) throws IOException {
        AtomicFile.write(file, this::writeTo);
    }

    private void writeTo(Path part) throws IOException {
        CRC32 checksum = new CRC32();
        try (var out = new DataOutputStream(
                new CheckedOutputStream(new BufferedOutputStream(Files.newOutputStream(part)), checksum))) {
            out.writeInt(MAGIC);
            out.writeUTF(run.configuration());
            out.writeUTF(run.kernels());
            out.writeUTF(run.pictures());
            out.writeInt(step);
            out.writeDouble(seconds);
            for (float[] array : new float[][] {parameters, updaterState, average}) {
                writeArray(out, array);
            }
            out.writeLong(checksum.getValue());
        }
    }

    private static void writeArray(DataOutputStream out, float[] array) throws IOException {
        out.writeInt(array.length);
        ByteBuffer bytes = ByteBuffer.allocate(array.length * Float.BYTES);
        bytes.asFloatBuffer().put(array);
        out.write(bytes.array());
    }

    /** Reads a checkpoint; a damaged one is an {@link InputProblem} that says what to do. */
    static Checkpoint read(Path file) throws IOException {
        CRC32 checksum = new CRC32();
        try (var in = new DataInputStream(
                new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file)), checksum))) {
            Checkpoint checkpoint = new Checkpoint(
                    readRun(in), in.readInt(), in.readDouble(), readArray(in), readArray(in), readArray(in));
            long computed = checksum.getValue();
            if (in.readLong() != computed) {
                throw damaged(file, null);
            }
            return checkpoint;
        } catch (EOFException | UTFDataFormatException cause) {
            throw damaged(file, cause);
        }
    }

    /** The run that a checkpoint belongs to, without reading the rest of it. */
    static RunIdentity readRun(Path file) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return readRun(in);
        } catch (EOFException | UTFDataFormatException cause) {
            throw damaged(file, cause);
        }
    }

    private static RunIdentity readRun(DataInputStream in) throws IOException {
        return switch (in.readInt()) {
            case MAGIC -> new RunIdentity(in.readUTF(), in.readUTF(), in.readUTF());
            case MAGIC_1 -> new RunIdentity(in.readUTF(), "", "");
            default -> throw new UTFDataFormatException("The file does not begin as checkpoints do");
        };
    }

    private static float[] readArray(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MAXIMUM_VALUES) {
            throw new EOFException("An array of " + length + " values");
        }
        byte[] bytes = in.readNBytes(length * Float.BYTES);
        if (bytes.length != length * Float.BYTES) {
            throw new EOFException("The file ends within an array");
        }
        float[] array = new float[length];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(array);
        return array;
    }

    private static InputProblem damaged(Path file, IOException cause) {
        return new InputProblem(
                Kind.INVALID_DOCUMENT,
                "The checkpoint " + file + " is damaged or is no checkpoint",
                "Delete it to start the training from the beginning, or take another output folder",
                cause);
    }
}
