package io.treehouse.datasets.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeWhatIsThereBefore() throws IOException {
        file = Files.writeString(folder.resolve("plan.json"), "before");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }

    @Test
    void aDocumentTakesThePlaceOfWhatWasThere() throws Exception {
        AtomicFile.writeJson(file, Map.of("steps", 3));

        assertEquals("{\n  \"steps\" : 3\n}", Files.readString(file));
        assertEquals(List.of("plan.json"), names());
    }

    @Test
    void nobodySeesHalfOfAFile() throws Exception {
        AtomicFile.write(file, part -> {
            Files.writeString(part, "half");
            assertEquals("before", Files.readString(file));
            Files.writeString(part, "whole");
        });

        assertEquals("whole", Files.readString(file));
    }

    @Test
    void whatCannotBeWrittenLeavesTheFileAndIsNotInTheWay() throws Exception {
        assertThrows(
                IOException.class,
                () -> AtomicFile.write(file, part -> {
                    Files.writeString(part, "half");
                    throw new IOException("the disk is full");
                }));

        assertEquals("before", Files.readString(file));
        AtomicFile.write(file, "after".getBytes(StandardCharsets.UTF_8));
        assertEquals("after", Files.readString(file));
        assertEquals(List.of("plan.json"), names());
    }
}
