package io.treehouse.datasets.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.catalog.CatalogReader;
import io.treehouse.datasets.catalog.Split;
import io.treehouse.datasets.catalog.Split.Part;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.sample.LeaveOneOut.Fold;
import io.treehouse.datasets.sample.LeaveOneOut.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaveOneOutTest {
    @TempDir
    Path data;

    /** A data set whose places are the first letters of its pictures' names. */
    private Catalog catalog(String name, String... pictures) throws IOException {
        Path images = Files.createDirectories(data.resolve(name).resolve("images"));
        for (String picture : pictures) {
            Files.createFile(images.resolve(picture + ".png"));
        }
        Path file = data.resolve(name).resolve("dataset.json");
        Files.writeString(file, """
                {"name": "%s", "root": ".", "images": "images/*.png", "gsdMetres": 0.5, "place": "^(.)",
                 "legend": {"0": {"classes": ["other"]}}, "licence": "CC0", "licenceClass": "free"}
                """.formatted(name));
        return CatalogReader.read(file, data);
    }

    private Split split(Fold fold) throws IOException {
        fold.write(data.resolve("folds"));
        return Split.read(data.resolve("folds").resolve(fold.name()));
    }

    @Test
    void eachPlaceIsLockedOnceAsAWhole() throws IOException {
        List<Fold> folds = LeaveOneOut.folds(List.of(catalog("town", "a1", "a1+", "b1", "c1")), Unit.PLACE);

        assertEquals(
                List.of("town-a", "town-b", "town-c"),
                folds.stream().map(Fold::name).toList());
        Split first = split(folds.get(0));
        assertEquals(Part.LOCKED, first.partOf("town", "a1"));
        assertEquals(Part.LOCKED, first.partOf("town", "a1+"));
        assertEquals(Part.VALIDATION, first.partOf("town", "b1"));
        assertEquals(Part.TRAINING, first.partOf("town", "c1"));
        assertEquals(Part.TRAINING, first.partOf("city", "a1"));
        assertEquals(Part.VALIDATION, split(folds.get(2)).partOf("town", "a1"));
    }

    @Test
    void wholeDataSetsAreLeftOut() throws IOException {
        List<Catalog> catalogs = List.of(catalog("town", "a1"), catalog("lake", "a1", "b1"), catalog("wood", "c1"));

        Split second = split(LeaveOneOut.folds(catalogs, Unit.DATASET).get(1));

        assertEquals(Part.LOCKED, second.partOf("lake", "b1"));
        assertEquals(Part.VALIDATION, second.partOf("wood", "c1"));
        assertEquals(Part.TRAINING, second.partOf("town", "a1"));
    }

    @Test
    void twoPlacesLeaveNothingToTrainOn() throws IOException {
        List<Catalog> catalogs = List.of(catalog("town", "a1", "b1"));

        assertThrows(InputProblem.class, () -> LeaveOneOut.folds(catalogs, Unit.PLACE));
    }
}
