package io.treehouse.server.cli;

import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.catalog.CatalogReader;
import io.treehouse.datasets.catalog.Split;
import io.treehouse.datasets.check.DatasetCheck;
import io.treehouse.datasets.check.DatasetCheckJson;
import io.treehouse.datasets.check.DatasetCheckText;
import io.treehouse.datasets.sheet.ContactSheet;
import io.treehouse.datasets.sheet.SheetOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code treehouse dataset}: what concerns labelled imagery. */
@Command(
        name = "dataset",
        description = "Checks and splits labelled imagery.",
        mixinStandardHelpOptions = true,
        subcommands = DatasetSplitCommand.class)
final class DatasetCommand {
    private static final int FAULTS_FOUND = 1;

    @Spec
    private CommandSpec spec;

    @Command(
            name = "check",
            description = "Counts pictures and classes, names pictures that cannot be used and places that leak, and"
                    + " writes a contact sheet of pictures with their labels.",
            mixinStandardHelpOptions = true)
    int check(
            @Parameters(paramLabel = "FILE", description = "Catalogue (dataset.json).") Path file,
            @Option(names = "--json", description = "Print the report as JSON.") boolean json,
            @Mixin SheetFlags sheet) {
        SheetOptions options = sheet.options();
        Catalog catalog = CatalogReader.read(file, DataFolders.imagery());
        Split split = Split.read(DataFolders.catalogs());
        DatasetCheck found = DatasetCheck.of(catalog, split);
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                json ? DatasetCheckJson.of(found) : DatasetCheckText.of(found).stripTrailing());
        out.flush();
        sheet.file(catalog.name()).ifPresent(target -> {
            ContactSheet.write(catalog, split, options, target);
            spec.commandLine().getErr().println("Contact sheet: " + target.toAbsolutePath());
        });
        return found.isClean() ? 0 : FAULTS_FOUND;
    }
}
