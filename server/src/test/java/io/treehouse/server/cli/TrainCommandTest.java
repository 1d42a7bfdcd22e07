package io.treehouse.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code train} with several configurations, of which each may start from what the one before made. */
class TrainCommandTest {
    @TempDir
    private Path folder;

    private String configuration(String version, String more) throws IOException {
        return Files.writeString(
                        folder.resolve(version + ".yaml"),
                        "name: drawn\nversion: \"%s\"\nsets: {drawn_town: 1}\n%s\n".formatted(version, more))
                .toString();
    }

    @Test
    void severalConfigurationsHaveAFolderEach() throws Exception {
        DrawnTown town = new DrawnTown(folder);
        Path out = folder.resolve("out");

        int code = town.run(
                "train",
                "--config",
                configuration("1", ""),
                "--config",
                configuration("2", ""),
                "--out",
                out.toString());

        assertEquals(2, code);
        assertTrue(town.err().contains("--out names one folder, and 2 configurations were given"), town.err());
        assertFalse(Files.exists(out));
    }

    @Test
    void aMistakeInTheLastIsSaidBeforeTheFirstIsTrained() throws Exception {
        DrawnTown town = new DrawnTown(folder);

        int code = town.run("train", "--config", configuration("1", ""), "--config", configuration("2", "steps: 0"));

        assertEquals(2, code);
        assertTrue(town.err().contains("2.yaml"), town.err());
        assertTrue(town.err().contains("steps must exceed warmupSteps"), town.err());
    }
}
