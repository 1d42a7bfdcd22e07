package io.treehouse.datasets.sample;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.catalog.CatalogReader;
import io.treehouse.datasets.catalog.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The shipped catalogues against the imagery in the folder that {@code TREEHOUSE_DATA} names. */
class ShippedCatalogsTest {
    private static final Path CATALOGS = Path.of("catalogs");

    @Test
    void everyCatalogueReadsItsFirstPictureAndKeepsPlacesTogether() throws IOException {
        String data = System.getenv("TREEHOUSE_DATA");
        Assumptions.assumeTrue(data != null, "TREEHOUSE_DATA is not set: the shipped catalogues are not tested");
        List<Path> files;
        try (Stream<Path> folders = Files.list(CATALOGS)) {
            files = folders.map(folder -> folder.resolve("dataset.json"))
                    .filter(Files::exists)
                    .sorted()
                    .toList();
        }
        assertEquals(36, files.size());
        assertAll(files.stream().map(file -> () -> check(file, Path.of(data))));
    }

    private static void check(Path file, Path data) {
        Catalog catalog = CatalogReader.read(file, data);
        LabelledTiles tiles = new LabelledTiles(catalog);
        assertFalse(tiles.names().isEmpty());
        InspectedTile first = tiles.inspect(tiles.names().get(0));
        assertEquals(Map.of(), first.unknownLabels(), catalog.name());
        assertTrue(first.tile().gsdMetres() > 0.03 && first.tile().gsdMetres() < 1.1);
        Split split = Split.read(CATALOGS);
        for (String locked : tiles.names()) {
            if (split.partOf(catalog.name(), locked) != Split.Part.LOCKED) {
                continue;
            }
            String place = catalog.places().of(locked);
            assertTrue(
                    tiles.names().stream()
                            .filter(name -> catalog.places().of(name).equals(place))
                            .allMatch(name -> split.partOf(catalog.name(), name) == Split.Part.LOCKED),
                    () -> "The place " + place + " is locked only in part");
        }
    }
}
