package io.treehouse.server.cli;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where catalogues and labelled imagery lie. */
final class DataFolders {
    private DataFolders() {}

    /** The catalogues and split files of the repository. */
    static Path catalogs() {
        return Path.of(System.getProperty("treehouse.home", "."), "datasets", "catalogs");
    }

    /** The folder that TREEHOUSE_DATA names. */
    static Path imagery() {
        String folder = System.getenv("TREEHOUSE_DATA");
        if (folder == null || !Files.isDirectory(Path.of(folder))) {
            throw new InputProblem(
                    Kind.NOT_FOUND,
                    folder == null
                            ? "TREEHOUSE_DATA does not say where the labelled imagery lies"
                            : "TREEHOUSE_DATA names " + folder + ", which is no folder",
                    "Set TREEHOUSE_DATA to the folder that holds the data sets");
        }
        return Path.of(folder);
    }
}
