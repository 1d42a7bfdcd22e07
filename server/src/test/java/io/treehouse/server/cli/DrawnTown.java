package io.treehouse.server.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import picocli.CommandLine;

/**
 * A drawn data set in a folder, beside it split files, and the command line run on them: pictures of 32 × 32 pixels whose
 * left half is labelled as water, the rest as grass or trees.
 */
final class DrawnTown {
    static final int SIZE = 32;
    private static final int BLUE = 0x20508C;
    private static final int GREEN = 0x6E8C46;

    private final Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    DrawnTown(Path folder, String... pictures) throws IOException {
        this.folder = folder;
        Files.writeString(catalog(), """
                {"name": "drawn_town", "images": "images/*.png", "gsdMetres": 0.5, "place": "^([a-z]+)",
                 "legend": {"0": {"classes": ["other", "tree_canopy"]}, "1": {"classes": ["water"]}},
                 "licenceClass": "free"}
                """);
        split("locked", "^locked");
        split("validation", "^validation");
        for (String picture : pictures) {
            draw("images/" + picture + ".png", BufferedImage.TYPE_INT_RGB, BLUE, GREEN);
            draw("masks/" + picture + ".png", BufferedImage.TYPE_BYTE_GRAY, 0x010101, 0);
        }
    }

    Path catalog() {
        return folder.resolve("dataset.json");
    }

    void split(String part, String pattern) throws IOException {
        Files.writeString(folder.resolve(part + ".csv"), "set,pattern\ndrawn_town," + pattern + "\n");
    }

    /** Draws a picture of one colour in its left half and another in its right. */
    private void draw(String name, int type, int left, int right) throws IOException {
        BufferedImage image = new BufferedImage(SIZE, SIZE, type);
        for (int i = 0; i < SIZE * SIZE; i++) {
            int rgb = i % SIZE < SIZE / 2 ? left : right;
            if (type == BufferedImage.TYPE_BYTE_GRAY) {
                image.getRaster().setSample(i % SIZE, i / SIZE, 0, rgb & 255);
            } else {
                image.setRGB(i % SIZE, i / SIZE, rgb);
            }
        }
        write(name, image);
    }

    /** Writes a PNG below the folder. */
    void write(String name, BufferedImage image) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }

    /** Runs a command on the data set with the split files beside it, and returns the exit code. */
    int measure(String command, String... options) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--dataset", catalog().toString(), "--splits", folder.toString()));
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new));
    }

    /** Runs the command line and returns the exit code. */
    int run(String... arguments) {
        CommandLine command = TreehouseCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }

    /** What commands printed so far. */
    String out() {
        return out.toString();
    }

    /** What commands complained about so far. */
    String err() {
        return err.toString();
    }
}
