package io.treehouse.server.cli;

import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.catalog.CatalogReader;
import io.treehouse.datasets.catalog.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that choose data sets and what their pictures serve for, shared by the commands that measure. */
final class CatalogOptions {
    @Option(
            names = "--dataset",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Catalogues (dataset.json). Default: all of the repository.")
    private List<Path> datasets;

    @Option(
            names = "--splits",
            paramLabel = "DIR",
            description = "Folder of locked.csv and validation.csv. Default: that of the repository.")
    private Path splits;

    @Mixin
    private LicenceOption licence;

    List<Catalog> catalogs() throws IOException {
        return licence.filter()
                .of(files().stream()
                        .map(file -> CatalogReader.read(file, DataFolders.imagery()))
                        .toList());
    }

    Split split() {
        return Split.read(splits == null ? DataFolders.catalogs() : splits);
    }

    private List<Path> files() throws IOException {
        if (datasets != null) {
            return datasets;
        }
        try (Stream<Path> folders = Files.list(DataFolders.catalogs())) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.resolve("dataset.json"))
                    .sorted()
                    .toList();
        }
    }
}
