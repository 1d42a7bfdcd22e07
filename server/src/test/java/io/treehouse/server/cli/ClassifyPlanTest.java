package io.treehouse.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.problem.InputProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifyPlanTest {
    @TempDir
    Path folder;

    @Test
    void namesResultsAfterTheFileWithoutItsLastExtension() throws IOException {
        assertEquals(
                List.of("tile.with.dots.v2", "no_extension"),
                targets(file("tile.with.dots.v2.tif"), file("no_extension")));
    }

    @Test
    void keepsTheRelativePathOfFilesInAFolder() throws IOException {
        file("in/a.tif");
        file("in/deep/er/b.PNG");
        assertEquals(List.of("a", "deep/er/b"), targets(folder.resolve("in")));
    }

    @Test
    void takesImagesOfAnyCaseAndLeavesSideFilesHiddenFilesAndOwnResults() throws IOException {
        for (String name : List.of("A.TIF", "b.TIFF", "C.Jpg", "d.PNG", "e.jpeg", "f.tif", "f.tif.msk", "A.TIF.ovr")) {
            file("in/" + name);
        }
        for (String name : List.of("A.TIF.aux.xml", "b.tfw", "Thumbs.db", "._f.tif", "list.csv", "a.classes.tif")) {
            file("in/" + name);
        }
        file("in/.hidden/g.tif");
        assertEquals(List.of("A", "C", "b", "d", "e", "f"), targets(folder.resolve("in")));
    }

    @Test
    void tellsEquallyNamedFilesApartByTheirFolders() throws IOException {
        List<ClassifyJob> jobs =
                ClassifyPlan.of(List.of(file("north/tile.tif"), file("south/tile.tif"), file("x/one.tif")));
        assertEquals(
                List.of("north_tile", "south_tile", "one"),
                jobs.stream().map(j -> j.target().toString()).toList());
        assertTrue(jobs.get(0).isRenamed());
        assertFalse(jobs.get(2).isRenamed());
    }

    @Test
    void goesAsManyFoldersUpAsItTakes() throws IOException {
        assertEquals(
                List.of("2024_east_tile", "2025_east_tile", "west_tile"),
                targets(file("2024/east/tile.tif"), file("2025/east/tile.tif"), file("2025/west/tile.tif")));
    }

    @Test
    void refusesTwoImagesOfOneFolderThatWouldHaveOneResult() throws IOException {
        List<Path> images = List.of(file("a.tif"), file("a.png"));
        InputProblem problem = assertThrows(InputProblem.class, () -> ClassifyPlan.of(images));
        assertTrue(
                problem.getMessage().contains("a.png") && problem.getMessage().contains("a.tif"), problem.getMessage());
    }

    @Test
    void refusesANameThatAFolderGaveAndAnotherFileHas() throws IOException {
        List<Path> images = List.of(file("north/tile.tif"), file("south/tile.tif"), file("x/north_tile.tif"));
        assertThrows(InputProblem.class, () -> ClassifyPlan.of(images));
    }

    @Test
    void refusesAFolderWithoutImages() throws IOException {
        file("in/readme.txt");
        List<Path> empty = List.of(folder.resolve("in"));
        assertEquals(
                InputProblem.Kind.NOT_FOUND,
                assertThrows(InputProblem.class, () -> ClassifyPlan.of(empty)).kind());
    }

    @Test
    void mergesAllImagesIntoOneJobWithTheNameGiven() throws IOException {
        file("in/a.tif");
        file("in/deep/b.tif");
        ClassifyJob job = ClassifyPlan.merged(List.of(folder.resolve("in"), file("in/a.tif")), "town");
        assertEquals(Path.of("town"), job.target());
        assertEquals(
                List.of("a.tif", "b.tif"),
                job.images().stream()
                        .map(image -> image.getFileName().toString())
                        .toList());
        assertFalse(job.isRenamed());
        for (String name : List.of("a/b", "..", "", ".hidden")) {
            assertThrows(InputProblem.class, () -> ClassifyPlan.merged(List.of(folder.resolve("in")), name), name);
        }
    }

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, new byte[] {1});
    }

    private static List<String> targets(Path... given) {
        return ClassifyPlan.of(List.of(given)).stream()
                .map(job -> job.target().toString())
                .toList();
    }
}
