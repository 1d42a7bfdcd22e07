package io.treehouse.datasets.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.catalog.Split.Part;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.sample.LabelledTiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitTest {
    private static final Path CATALOGS = Path.of("catalogs");

    @ParameterizedTest
    @CsvSource({
        "czech_ortho, BLAN981_0, LOCKED",
        "czech_ortho, OLOM12_3, LOCKED",
        "czech_ortho, PROS362_1, VALIDATION",
        "czech_ortho, VYSK303_8, TRAINING",
        "dubai, tile_2/image_part_001, LOCKED",
        "dubai, tile_3/image_part_001, VALIDATION",
        "urban_trees, riverside_2020_5, LOCKED",
        "tartu_buildings, tile_0_20500_train, LOCKED",
        "tartu_buildings, tile_0_15000_train, VALIDATION",
        "tartu_buildings, tile_0_500_train, TRAINING",
        "tartu_buildings, tile_0_14500_train, UNUSED",
        "landcover_ai_lake, lcai_r13c01, UNUSED",
        "delhi_trees, delhi_4096_5120, UNUSED",
        "delhi_trees, delhi_4608_5120, VALIDATION",
        "vegas, 1000, LOCKED",
        "loveda_rural, loveda_rural0_r0c0, TRAINING"
    })
    void theShippedSplitHoldsWholePlacesOut(String set, String picture, Part part) {
        assertEquals(part, Split.read(CATALOGS).partOf(set, picture));
    }

    @Test
    void aPictureThatBothFilesNameIsLocked(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("locked.csv"), "set,pattern\ntown,^a\n");
        Files.writeString(folder.resolve("validation.csv"), "set,pattern\ntown,^a|^b\n");

        Split split = Split.read(folder);

        assertEquals(Part.LOCKED, split.partOf("town", "a1"));
        assertEquals(Part.VALIDATION, split.partOf("town", "b1"));
        assertEquals(Part.TRAINING, split.partOf("village", "a1"));
    }

    @Test
    void anUnusedPictureIsNotTrainedOnButStaysHeldOut(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("locked.csv"), "set,pattern\n");
        Files.writeString(folder.resolve("validation.csv"), "set,pattern\ntown,^b\n");
        Files.writeString(folder.resolve("unused.csv"), "set,pattern\ntown,^[ab]\n");

        Split split = Split.read(folder);

        assertEquals(Part.UNUSED, split.partOf("town", "a1"));
        assertEquals(Part.VALIDATION, split.partOf("town", "b1"));
        assertEquals(Part.TRAINING, split.partOf("town", "c1"));
    }

    @Test
    void aPatternThatIsNoneIsNamed(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("locked.csv"), "set,pattern\ntown,(\n");
        Files.writeString(folder.resolve("validation.csv"), "set,pattern\n");

        InputProblem problem = assertThrows(InputProblem.class, () -> Split.read(folder));

        assertTrue(problem.getMessage().contains("locked.csv"), problem.getMessage());
    }

    @Test
    void noPlaceOfTheRealDataIsInTwoParts() throws IOException {
        String data = System.getenv("TREEHOUSE_DATA");
        Assumptions.assumeTrue(data != null, "TREEHOUSE_DATA is not set: the real data sets were not looked at");
        Split split = Split.read(CATALOGS);
        for (Path folder : folders()) {
            Catalog catalog = CatalogReader.read(folder.resolve("dataset.json"), Path.of(data));
            Map<Part, Set<String>> places = new EnumMap<>(Part.class);
            List<String> names = new LabelledTiles(catalog).names();
            assertTrue(!names.isEmpty(), catalog.name() + " has pictures");
            names.forEach(name -> places.computeIfAbsent(split.partOf(catalog.name(), name), part -> new HashSet<>())
                    .add(catalog.places().of(name)));
            long distinct =
                    places.values().stream().flatMap(Set::stream).distinct().count();
            long total = places.values().stream().mapToLong(Set::size).sum();
            assertEquals(total, distinct, catalog.name() + " has a place in two parts: " + places);
        }
    }

    /** Reads the file itself, so that a fault of {@link Split} shows. */
    @Test
    void noLockedPictureOfTheRealDataIsHandedOut() throws IOException {
        String data = System.getenv("TREEHOUSE_DATA");
        Assumptions.assumeTrue(data != null, "TREEHOUSE_DATA is not set: the real data sets were not looked at");
        Split split = Split.read(CATALOGS);
        List<String> lines = Files.readAllLines(CATALOGS.resolve("locked.csv"));
        assertEquals(12, lines.size());
        for (String line : lines.subList(1, lines.size())) {
            String set = line.substring(0, line.indexOf(','));
            Pattern locked = Pattern.compile(line.substring(line.indexOf(',') + 1));
            Catalog catalog = CatalogReader.read(CATALOGS.resolve(set).resolve("dataset.json"), Path.of(data));
            List<String> names = new LabelledTiles(catalog)
                    .names().stream().filter(locked.asPredicate()).toList();
            assertTrue(!names.isEmpty(), line + " locks nothing");
            names.forEach(name -> assertEquals(Part.LOCKED, split.partOf(set, name), name));
        }
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> files = Files.list(CATALOGS)) {
            return files.filter(Files::isDirectory).sorted().toList();
        }
    }
}
