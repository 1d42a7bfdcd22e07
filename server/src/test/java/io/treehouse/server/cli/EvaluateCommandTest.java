package io.treehouse.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.model.bundle.ModelBundle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code evaluate} on drawn pictures. */
class EvaluateCommandTest {
    private static final int WATER = 3;

    @TempDir
    private Path folder;

    /** The class map of another program that takes the left columns for water and the others for trees. */
    private void predict(DrawnTown town, String picture, int waterColumns) throws IOException {
        BufferedImage map = new BufferedImage(DrawnTown.SIZE, DrawnTown.SIZE, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < DrawnTown.SIZE * DrawnTown.SIZE; i++) {
            map.getRaster()
                    .setSample(
                            i % DrawnTown.SIZE, i / DrawnTown.SIZE, 0, i % DrawnTown.SIZE < waterColumns ? WATER : 4);
        }
        town.write("maps/drawn_town/" + picture + ".classes.tif", map);
    }

    private Path report() {
        return folder.resolve("report");
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(report().resolve("evaluation.json").toFile());
    }

    @Test
    void classMapsOfAnotherProgramAreScoredOnLockedPlacesOnly() throws Exception {
        DrawnTown town = new DrawnTown(folder, "locked1", "validation1", "training1");
        predict(town, "locked1", 20);

        int exit = town.measure(
                "evaluate", "--predictions", folder.resolve("maps").toString(), "--report", report().toString());

        // 16 columns of water, 20 predicted: 16 / 20.
        assertEquals(0, exit, town.err());
        assertEquals(0.8, json().at("/sets/drawn_town/classes/water/iou").asDouble(), 1e-9, json().toString());
        assertTrue(town.out().contains("0.800"), town.out());
        assertTrue(Files.exists(report().resolve("evaluation.html")));
        assertTrue(Files.exists(report().resolve("evaluation.csv")));
    }

    @Test
    void aPictureWithoutClassMapIsNamedAndMakesItFail() throws Exception {
        DrawnTown town = new DrawnTown(folder, "locked1", "locked2");
        predict(town, "locked1", 16);

        int exit = town.measure(
                "evaluate", "--predictions", folder.resolve("maps").toString(), "--report", report().toString());

        assertEquals(1, exit);
        assertTrue(town.out().contains("not scored: drawn_town/locked2"), town.out());
    }

    @Test
    void theShippedModelIsScoredAndComparedWithItself() throws Exception {
        DrawnTown town = new DrawnTown(folder, "validation1", "locked1");
        String shipped = ModelBundle.shippedPath().toString();

        int exit =
                town.measure("evaluate", "--part", "validation", "--compare", shipped, "--report", report().toString());

        assertEquals(0, exit, town.err());
        assertTrue(json().get("model").asText().startsWith("treehouse-land-cover"), json().toString());
        JsonNode water = json().at("/comparison/sets/drawn_town/water");
        assertEquals(0, water.get("difference").asDouble(), json().toString());
    }

    @Test
    void severalPartsAreScoredTogether() throws Exception {
        DrawnTown town = new DrawnTown(folder, "validation1", "locked1", "locked2", "training1");
        for (String picture : List.of("validation1", "locked1", "locked2")) {
            predict(town, picture, 16);
        }

        int exit = town.measure(
                "evaluate",
                "--part",
                "validation,locked",
                "--predictions",
                folder.resolve("maps").toString(),
                "--report",
                report().toString());

        assertEquals(0, exit, town.err());
        assertEquals(3, json().at("/sets/drawn_town/pictureCount").asInt(), json().toString());
        assertEquals(2, town.measure("evaluate", "--part", "validation,spare", "--report", "r"));
        assertTrue(town.err().contains("spare"), town.err());
    }

    @Test
    void whereLicencesLeaveNothingItSaysWhichThereAre() throws Exception {
        DrawnTown town = new DrawnTown(folder, "locked1");

        assertEquals(2, town.measure("evaluate", "--licence", "attribution,unstated", "--report", "r"));
        assertTrue(town.err().contains("they are [free]"), town.err());
        assertEquals(2, town.measure("evaluate", "--licence", "gratis", "--report", "r"));
        assertTrue(town.err().contains("no class of licences is named 'gratis'"), town.err());
        assertFalse(Files.exists(Path.of("r")));
    }
}
