package io.treehouse.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.treehouse.model.registry.ModelRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands of docs/retraining.md on three real pictures, with two steps. */
@Tag("slow")
class RetrainingGuideTest {
    private static final String SET = "indonesia_kampung";
    private static final List<String> PICTURES = List.of("kampung_1_r0c0", "kampung_2_r0c0", "kampung_7_r0c0");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine commandLine = TreehouseCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }

    private Path town(Path data) throws IOException {
        Path town = Files.createDirectories(folder.resolve("my-town"));
        for (String picture : PICTURES) {
            copy(data.resolve(SET).resolve("images").resolve(picture + ".jpg"), town.resolve("images"));
            copy(data.resolve(SET).resolve("masks").resolve(picture + ".png"), town.resolve("masks"));
        }
        Files.copy(data.resolve(SET).resolve("set.json"), town.resolve("set.json"));
        return Files.writeString(town.resolve("dataset.json"), """
                {"name": "my_town", "root": ".", "extends": "set.json", "place": "^(kampung_\\\\d+)"}
                """);
    }

    private static void copy(Path file, Path to) throws IOException {
        Files.copy(file, Files.createDirectories(to).resolve(file.getFileName()));
    }

    @Test
    void theGuideLeadsFromPicturesToAMeasuredCandidate() throws IOException {
        Path data = Path.of(Objects.requireNonNullElse(System.getenv("TREEHOUSE_DATA"), "none"));
        assumeTrue(Files.isDirectory(data.resolve(SET)), "Skipped: TREEHOUSE_DATA names no folder with " + SET);
        String catalog = town(data).toString();
        Path runs = folder.resolve("runs");

        assertEquals(
                0,
                run(
                        "dataset",
                        "check",
                        catalog,
                        "--sheet",
                        folder.resolve("sheet.png").toString()),
                () -> out + "\n" + err);
        int ended = run(
                "retrain",
                "--new",
                catalog,
                "--out",
                runs.toString(),
                "--registry",
                folder.resolve("registry").toString(),
                "--steps",
                "2",
                "--replay-share",
                "0");

        assertEquals(3, ended, () -> out + "\n" + err);
        assertTrue(out.toString().contains("## New places"), out.toString());
        assertTrue(Files.size(folder.resolve("sheet.png")) > 0);
        assertTrue(Files.readString(runs.resolve("splits/validation.csv")).contains("my_town,^\\Qkampung_7_r0c0\\E$"));
        assertEquals(
                2,
                ModelRegistry.at(folder.resolve("registry")).state().versions().size());
        assertTrue(Files.exists(runs.resolve("report.json")));
    }
}
