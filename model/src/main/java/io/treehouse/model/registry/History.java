package io.treehouse.model.registry;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The file {@code history.jsonl}: one event a line, only ever appended to. A line counts once it is written as a whole,
 * also if its line feed is missing, which editors may leave out. Whatever a crash or a full disk leaves half-written has
 * not happened; the next writer cuts it off. Reading needs no lock, appending does.
 */
final class History {
    private final Path file;

    History(Path file) {
        this.file = file;
    }

    /** The complete lines; none if there is no such file. */
    HistoryLines read() {
        byte[] bytes = bytes();
        String text = new String(bytes, 0, completeLength(bytes), StandardCharsets.UTF_8);
        List<RegistryEvent> events = new ArrayList<>();
        List<String> damage = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            try {
                events.add(EventJson.read(line));
            } catch (RuntimeException damaged) {
                damage.add("Line %d of %s cannot be used: %s."
                        .formatted(number, file.getFileName(), damaged.getMessage()));
            }
        }
        return new HistoryLines(events, damage);
    }

    /** Appends events, all of them or none, and waits until they are on the disk. */
    void append(List<RegistryEvent> events) throws IOException {
        byte[] before = bytes();
        int complete = completeLength(before);
        boolean isNew = complete == 0;
        StringBuilder lines = new StringBuilder(isNew || before[complete - 1] == '\n' ? "" : "\n");
        events.forEach(event -> lines.append(EventJson.write(event)).append('\n'));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(complete).position(complete);
            try {
                writeAll(channel, lines.toString().getBytes(StandardCharsets.UTF_8));
                channel.force(true);
            } catch (IOException incomplete) {
                channel.truncate(complete);
                throw incomplete;
            }
        }
        if (isNew) {
            Durable.sync(file.toAbsolutePath().getParent());
        }
    }

    private static void writeAll(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            channel.write(left);
        }
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException none) {
            return new byte[0];
        } catch (IOException unreadable) {
            throw new InputProblem(
                    Kind.NOT_FOUND,
                    "The history " + file + " cannot be read: " + unreadable.getMessage() + ".",
                    "Name a folder that this user may read.",
                    unreadable);
        }
    }

    /** Without the beginning of a line that its writer did not end. */
    private static int completeLength(byte[] bytes) {
        int lastLine = bytes.length;
        while (lastLine > 0 && bytes[lastLine - 1] != '\n') {
            lastLine--;
        }
        String unended = new String(bytes, lastLine, bytes.length - lastLine, StandardCharsets.UTF_8);
        return EventJson.isWhole(unended) ? bytes.length : lastLine;
    }

    /** Changes whenever an event was appended; equal for the same history. */
    String revision() {
        try {
            return Files.size(file) + " bytes at " + Files.getLastModifiedTime(file);
        } catch (IOException none) {
            return "";
        }
    }
}
