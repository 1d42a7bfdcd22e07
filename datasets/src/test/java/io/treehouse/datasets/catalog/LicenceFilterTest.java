package io.treehouse.datasets.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.problem.InputProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LicenceFilterTest {
    @TempDir
    private Path folder;

    private Catalog catalog(String name, String licence) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".json"), """
                {"name": "%s", "gsdMetres": 1, "legend": {"0": {"classes": ["other"]}}%s}
                """.formatted(name, licence));
        return CatalogReader.read(file, folder);
    }

    private List<Catalog> catalogs() throws IOException {
        return List.of(
                catalog("open", ", \"licenceClass\": \"share-alike\""),
                catalog("research", ", \"licenceClass\": \"non-commercial\""),
                catalog("silent", ""));
    }

    private List<String> left(String... labels) throws IOException {
        return LicenceFilter.of(List.of(labels)).of(catalogs()).stream()
                .map(Catalog::name)
                .toList();
    }

    @Test
    void dataSetsOfOtherClassesAreLeftOut() throws IOException {
        assertEquals(List.of("open"), left("free", "attribution", "share-alike"));
        assertEquals(List.of("research", "silent"), left("non-commercial", "unstated"));
    }

    @Test
    void withoutAnyClassNothingIsLeftOut() throws IOException {
        assertEquals(List.of("open", "research", "silent"), left());
    }

    @Test
    void whereNothingIsLeftTheMessageSaysWhatThereIs() {
        String message = assertThrows(InputProblem.class, () -> left("free")).getMessage();

        assertTrue(message.contains("class free; they are [non-commercial, share-alike, unstated]"), message);
    }

    @Test
    void anUnknownClassIsAnsweredWithAllThatThereAre() {
        String message = assertThrows(IllegalArgumentException.class, () -> LicenceFilter.of(List.of("gratis")))
                .getMessage();

        assertEquals(
                "no class of licences is named 'gratis'; the classes are"
                        + " [free, attribution, share-alike, non-commercial, unstated]",
                message);
    }
}
