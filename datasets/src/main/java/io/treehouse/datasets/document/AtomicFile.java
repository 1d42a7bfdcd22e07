package io.treehouse.datasets.document;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Files that are there whole or not at all, whatever ends the process: written beside their place, brought to the disk and
 * then renamed. One writer a file at a time.
 */
public final class AtomicFile {
    private static final ObjectWriter JSON = new ObjectMapper().writerWithDefaultPrettyPrinter();

    private AtomicFile() {}

    /** Writes what is to be in a file. */
    @FunctionalInterface
    public interface Content {
        /** @param part where to write it for now */
        void writeTo(Path part) throws IOException;
    }

    /** Writes a document as JSON, or replaces it. */
    public static void writeJson(Path file, Object document) throws IOException {
        write(file, JSON.writeValueAsBytes(document));
    }

    /** Writes a file, or replaces it. */
    public static void write(Path file, byte[] bytes) throws IOException {
        write(file, part -> Files.write(part, bytes));
    }

    /**
     * Writes a file, or replaces it. What a failure leaves of the part, the next writer replaces.
     *
     * @throws IOException if it cannot be written; a file that was there before is still there
     */
    public static void write(Path file, Content content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        content.writeTo(part);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
