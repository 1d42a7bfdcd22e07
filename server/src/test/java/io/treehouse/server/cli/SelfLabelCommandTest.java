package io.treehouse.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.model.bundle.BundleReader;
import io.treehouse.model.bundle.ModelBundle;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code self-label} of drawn pictures by the shipped model. */
class SelfLabelCommandTest {
    @TempDir
    private Path folder;

    @Test
    void trainingPicturesGetMasksAndAManifestThatNamesTheModel() throws Exception {
        DrawnTown town = new DrawnTown(folder, "training1", "locked1", "validation1");
        Path out = folder.resolve("labels");

        assertEquals(0, town.measure("self-label", "--out", out.toString(), "--symmetries", "2"), town.err());

        assertTrue(Files.exists(out.resolve("drawn_town/training1.png")));
        JsonNode manifest =
                new ObjectMapper().readTree(out.resolve("self-labels.json").toFile());
        assertEquals(
                BundleReader.read(ModelBundle.shippedPath()).sha256(),
                manifest.at("/model/sha256").asText());
        assertEquals(2, manifest.get("symmetries").asInt());
        assertEquals(1, manifest.at("/datasets/drawn_town/pictures").size());
        assertEquals(512, manifest.at("/datasets/drawn_town/certainPixels").asInt());
        assertEquals(512, manifest.at("/datasets/drawn_town/sets/pixels").asInt());
    }

    @Test
    void impossibleOptionsAreRefusedInWords() throws Exception {
        DrawnTown town = new DrawnTown(folder, "training1");

        assertEquals(2, town.measure("self-label", "--out", "x", "--threshold", "0.4"));
        assertTrue(town.err().contains("above 0.5"), town.err());
        assertEquals(2, town.measure("self-label", "--out", "x", "--symmetries", "3"));
        assertTrue(town.err().contains("1, 2, 4 or 8"), town.err());
    }

    @Test
    void withoutATrainingPictureThereIsNothingToLabel() throws Exception {
        DrawnTown town = new DrawnTown(folder, "locked1");

        assertEquals(
                2, town.measure("self-label", "--out", folder.resolve("labels").toString()));

        assertTrue(town.err().contains("no training picture"), town.err());
    }
}
