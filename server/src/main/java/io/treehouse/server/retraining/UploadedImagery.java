package io.treehouse.server.retraining;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The imagery that came with an order. When it is deleted its folder stays, empty: the order must not go on as if it had
 * never had any.
 *
 * @param id name of the retraining
 * @param folder where it lies, if there is any
 */
record UploadedImagery(String id, Path folder) {
    /**
     * Its catalogue; empty if the order came without imagery.
     *
     * @throws InputProblem if it was deleted
     */
    Optional<Path> catalog() {
        Path catalog = folder.resolve("dataset.json");
        if (Files.exists(folder) && !Files.exists(catalog)) {
            throw new InputProblem(
                    Kind.CONFLICT,
                    "The imagery of the retraining " + id + " was deleted.",
                    "Order a new retraining, with its imagery.");
        }
        return Optional.of(catalog).filter(Files::exists);
    }

    /**
     * Deletes it.
     *
     * @throws InputProblem if there is none, or no more
     */
    void delete() throws IOException {
        List<Path> deepestFirst = files();
        if (deepestFirst.isEmpty()) {
            throw new InputProblem(
                    Kind.NOT_FOUND,
                    "The retraining " + id + " keeps no imagery.",
                    "It came without, or it is deleted already.");
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }

    private List<Path> files() throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(file -> !file.equals(folder))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }
}
