package io.treehouse.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.datasets.raster.RasterOptions;
import io.treehouse.model.registry.ModelId;
import io.treehouse.server.feedback.FeedbackDesk;
import io.treehouse.server.feedback.FeedbackShelf;
import io.treehouse.server.feedback.SentTile;
import io.treehouse.server.models.Lease;
import io.treehouse.server.models.VersionSource;
import io.treehouse.server.store.Store;
import io.treehouse.server.store.StoreSettings;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code feedback}, from what a server has kept to a data set that {@code dataset check} takes. */
class FeedbackCommandTest {
    private static final String ROOF = """
            {"geometry": {"type": "Polygon", "coordinates": [[[1, 1], [3, 1], [3, 3], [1, 3], [1, 1]]]},
             "right": ["building"], "comment": "a new house"}
            """;

    private static final String TOO_FAR = """
            {"geometry": {"type": "Point", "coordinates": [6, 6]}, "wrong": "water", "radiusMetres": 0.4}
            """;

    @TempDir
    private Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String id;

    /** A data set is made from places; nothing is classified. */
    private static final class NoVersions implements VersionSource {
        @Override
        public Lease lease() {
            throw new IllegalStateException("nothing is to be classified");
        }

        @Override
        public Lease lease(ModelId version) {
            return lease();
        }
    }

    @BeforeEach
    void say() throws IOException {
        Path tile = home.resolve("tile.png");
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", tile.toFile());
        SentTile sent = new SentTile(tile, RasterOptions.NONE.withGsdMetres(0.5), 1000);
        try (Store store = store()) {
            FeedbackDesk desk = new FeedbackDesk(new FeedbackShelf(store, home), new NoVersions());
            id = desk.add(new ObjectMapper().readTree(ROOF), Optional.of(sent), "anna")
                    .id();
            desk.add(new ObjectMapper().readTree(TOO_FAR), Optional.of(sent), "bert");
        }
    }

    private Store store() {
        return new Store(StoreSettings.embedded(home));
    }

    private int run(String... arguments) {
        CommandLine command = TreehouseCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }

    @Test
    void listsExportsAndForgets() {
        Path labels = home.resolve("labels");

        assertEquals(0, run("feedback", "list", "--home", home.toString()), err::toString);
        assertTrue(out.toString().lines().toList().get(1).contains("\"comment\":\"a new house\""), out.toString());
        assertEquals(
                0, run("feedback", "export", "--home", home.toString(), "--out", labels.toString()), err::toString);
        assertTrue(out.toString().contains("2 pieces of feedback label 5 pixels of 1 tiles"), out.toString());
        assertEquals(
                0,
                run(
                        "dataset",
                        "check",
                        labels.resolve("dataset.json").toString(),
                        "--sheet",
                        home.resolve("sheet.png").toString()),
                () -> out + "\n" + err);
        assertEquals(0, run("feedback", "delete", "--home", home.toString(), id), err::toString);
        assertEquals(2, run("feedback", "delete", "--home", home.toString(), id));
        assertTrue(err.toString().contains("There is no feedback " + id), err.toString());
    }

    @Test
    void withoutTheDatabaseItSaysWhomToAsk() {
        String nowhere = "jdbc:postgresql://127.0.0.1:1/none";

        assertEquals(2, run("feedback", "list", "--home", home.toString(), "--database", nowhere));

        assertTrue(err.toString().contains("GET /v1/feedback/labels"), err.toString());
    }
}
