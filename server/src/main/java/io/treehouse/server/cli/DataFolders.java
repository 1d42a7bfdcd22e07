package io.treehouse.server.cli;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Where catalogues and labelled imagery lie. */
final class DataFolders {
    private DataFolders() {}

    /** The catalogues and split files of the repository. */
    static Path catalogs() {
        return Path.of(System.getProperty("treehouse.home", "."), "datasets", "catalogs");
    }

    /** Whether TREEHOUSE_DATA names a folder. */
    static boolean isImageryNamed() {
        return System.getenv("TREEHOUSE_DATA") != null;
    }

    /**
     * The folder that TREEHOUSE_DATA names, the current one if it is not set: catalogues that lie beside their imagery
     * need none, and for others {@code CatalogReader} says where it looked.
     */
    static Path imagery() {
        Path folder = Path.of(Objects.requireNonNullElse(System.getenv("TREEHOUSE_DATA"), ""));
        if (!Files.isDirectory(folder)) {
            throw new InputProblem(
                    Kind.NOT_FOUND,
                    "TREEHOUSE_DATA names " + folder + ", which is no folder",
                    "Set TREEHOUSE_DATA to the folder that holds the data sets");
        }
        return folder;
    }
}
