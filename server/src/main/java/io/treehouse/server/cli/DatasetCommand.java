package io.treehouse.server.cli;

import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.catalog.CatalogReader;
import io.treehouse.datasets.catalog.Split;
import io.treehouse.datasets.sample.DatasetCheck;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code treehouse dataset}: what concerns labelled imagery. */
@Command(name = "dataset", description = "Checks labelled imagery.", mixinStandardHelpOptions = true)
final class DatasetCommand {
    private static final int FAULTS_FOUND = 1;

    @Spec
    private CommandSpec spec;

    @Command(
            name = "check",
            description = "Counts pictures and classes, and names pictures that cannot be used and places that leak.",
            mixinStandardHelpOptions = true)
    int check(@Parameters(paramLabel = "FILE", description = "Catalogue (dataset.json).") Path file) {
        Catalog catalog = CatalogReader.read(file, DataFolders.imagery());
        DatasetCheck found = DatasetCheck.of(catalog, Split.read(DataFolders.catalogs()));
        PrintWriter out = spec.commandLine().getOut();
        out.print(found.text());
        out.flush();
        return found.isClean() ? 0 : FAULTS_FOUND;
    }
}
