package io.treehouse.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code dataset check} of a drawn data set whose catalogue lies beside its imagery. */
class DatasetCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path catalog;
    private Path sheet;

    @BeforeEach
    void draw() throws IOException {
        catalog = Files.writeString(folder.resolve("dataset.json"), """
                {"name": "drawn_town", "images": "images/*.png", "gsdMetres": 0.5,
                 "legend": {"0": {"classes": ["other"]}}}
                """);
        sheet = folder.resolve("sheet.png");
        picture("images/a.png", 4);
        picture("masks/a.png", 4);
    }

    private void picture(String name, int width) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(new BufferedImage(width, 4, BufferedImage.TYPE_BYTE_GRAY), "png", file.toFile());
    }

    private int run(String... options) {
        CommandLine command = TreehouseCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        String[] arguments = new String[options.length + 3];
        arguments[0] = "dataset";
        arguments[1] = "check";
        arguments[2] = catalog.toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        return command.execute(arguments);
    }

    @Test
    void reportsAndDrawsAContactSheet() throws IOException {
        assertEquals(0, run("--sheet", sheet.toString()));

        assertTrue(out.toString().startsWith("drawn_town: 1 pictures (1 training)"), out.toString());
        assertTrue(ImageIO.read(sheet.toFile()).getWidth() > 1000);
        assertTrue(err.toString().contains(sheet.toString()), err.toString());
    }

    @Test
    void printsNothingButJsonForPrograms() throws IOException {
        picture("masks/a.png", 5);

        assertEquals(1, run("--json", "--sheet", sheet.toString()));

        JsonNode report = new ObjectMapper().readTree(out.toString());
        assertEquals(5, report.at("/sizeMismatches/0/maskWidth").asInt());
    }

    @Test
    void drawsNoSheetWhereNoneIsWanted() throws IOException {
        assertEquals(0, run("--no-sheet", "--sheet", sheet.toString()));

        assertFalse(Files.exists(sheet));
    }

    @Test
    void refusesASheetOfNoPictures() {
        assertEquals(2, run("--sheet-pictures", "0"));

        assertTrue(err.toString().contains("1 to 60 pictures"), err.toString());
    }
}
