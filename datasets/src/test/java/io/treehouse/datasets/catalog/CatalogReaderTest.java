package io.treehouse.datasets.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogReaderTest {
    @TempDir
    private Path folder;

    @Test
    void readsACatalogueBesideItsImagery() throws IOException {
        Catalog catalog = read("""
                {"name": "town", "gsdMetres": 0.5, "gsdMetresByName": {"b": 0.25}, "place": "^(.)",
                 "placeByName": {"b": "a"},
                 "legend": {"1": {"name": "roof", "classes": ["building"]}, "0": {"classes": []}}}
                """);
        assertEquals(
                new LegendEntry("1", "roof", ClassSet.of(SurfaceClass.BUILDING)),
                catalog.legend().get(0));
        assertEquals(0.5, catalog.gsdMetresOf("a").orElseThrow());
        assertEquals(0.25, catalog.gsdMetresOf("b").orElseThrow());
        assertEquals("a", catalog.places().of("b"));
        assertEquals(Licence.Kind.UNSTATED, catalog.licence().kind());
    }

    @Test
    void replacesMembersOfTheDocumentThatItExtends() throws IOException {
        Files.writeString(folder.resolve("set.json"), """
                {"name": "A town", "gsdMetres": 1, "licence": "CC0", "legend": {"1": {"classes": ["water"]}}}
                """);
        Catalog catalog = read("""
                {"name": "town", "extends": "set.json", "gsdMetres": 0.3}
                """);
        assertEquals("town", catalog.name());
        assertEquals(0.3, catalog.gsdMetresOf("x").orElseThrow());
        assertEquals("CC0", catalog.licence().terms());
    }

    @Test
    void reportsEveryFaultWithItsPlace() {
        String message = assertThrows(InputProblem.class, () -> read("""
                                {"name": "town", "gsd": 1, "gsdMetres": -1,
                                 "legend": {"0": {"classes": ["trees"]}, "#00FF00": {"classes": []}}}
                                """)).getMessage();
        assertTrue(message.contains("'gsd'"), message);
        assertTrue(message.contains("gsdMetres"), message);
        assertTrue(message.contains("/legend/0/classes/0"), message);
        assertTrue(message.contains("#00FF00"), message);
    }

    @Test
    void aNameThatWouldLeadToAnotherFolderIsRefused() {
        for (String name : List.of("../other", "a/b", "a\\\\b", ".hidden", "a,b")) {
            String message = assertThrows(
                            InputProblem.class,
                            () -> read("{\"name\": \"" + name + "\", \"legend\": {\"1\": {\"classes\": [\"water\"]}}}"))
                    .getMessage();
            assertTrue(message.contains("also names folders"), message);
        }
    }

    @Test
    void saysWhereImageryWasLookedForAndWhatToSet() throws IOException {
        Path file = Files.writeString(folder.resolve("dataset.json"), "{\"name\": \"town\", \"root\": \"absent\"}");
        InputProblem problem = assertThrows(InputProblem.class, () -> CatalogReader.read(file, folder));
        assertTrue(problem.getMessage().contains(folder.resolve("absent").toString()));
        assertTrue(problem.remedy().contains("TREEHOUSE_DATA"));
    }

    private Catalog read(String json) throws IOException {
        return CatalogReader.read(Files.writeString(folder.resolve("dataset.json"), json), folder);
    }
}
