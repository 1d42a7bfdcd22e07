package io.treehouse.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.catalog.Split;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dataset split} of a drawn data set. */
class DatasetSplitCommandTest {
    @TempDir
    private Path folder;

    private int split(DrawnTown town, String... options) {
        String[] arguments = new String[options.length + 5];
        System.arraycopy(
                new String[] {
                    "dataset",
                    "split",
                    town.catalog().toString(),
                    "--out",
                    folder.resolve("folds").toString()
                },
                0,
                arguments,
                0,
                5);
        System.arraycopy(options, 0, arguments, 5, options.length);
        return town.run(arguments);
    }

    @Test
    void eachPlaceGetsAFoldThatATrainingCanRead() throws Exception {
        DrawnTown town = new DrawnTown(folder, "harbour1", "harbour2", "market1", "river1");

        assertEquals(0, split(town), town.err());

        assertTrue(town.out().startsWith("3 folds in"), town.out());
        Split harbour = Split.read(folder.resolve("folds/drawn_town-harbour"));
        assertEquals(Split.Part.LOCKED, harbour.partOf("drawn_town", "harbour2"));
        assertEquals(Split.Part.VALIDATION, harbour.partOf("drawn_town", "market1"));
        assertEquals(Split.Part.TRAINING, harbour.partOf("drawn_town", "river1"));
    }

    @Test
    void tooFewUnitsAreRefused() throws Exception {
        DrawnTown town = new DrawnTown(folder, "harbour1", "market1", "river1");

        assertEquals(2, split(town, "--by", "dataset"));

        assertTrue(Files.notExists(folder.resolve("folds")));
    }

    @Test
    void dataSetsOfOtherLicencesAreLeftOut() throws Exception {
        DrawnTown town = new DrawnTown(folder, "harbour1", "market1", "river1");

        assertEquals(2, split(town, "--licence", "unstated"));

        assertTrue(town.err().contains("they are [free]"), town.err());
    }
}
