package io.treehouse.server.cli;

import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.catalog.CatalogReader;
import io.treehouse.datasets.sample.LeaveOneOut;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code treehouse dataset split}: split files that leave one place or data set out in turn. */
@Command(
        name = "split",
        description = "Writes split files that leave one place or one data set out in turn.",
        mixinStandardHelpOptions = true)
final class DatasetSplitCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Catalogues (dataset.json).")
    private List<Path> files;

    @Option(
            names = "--by",
            defaultValue = "PLACE",
            description = "What is left out as a whole: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private LeaveOneOut.Unit unit;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder that gets a folder for each fold.")
    private Path out;

    @Mixin
    private LicenceOption licence;

    @Override
    public Integer call() throws IOException {
        List<Catalog> catalogs = files.stream()
                .map(file -> CatalogReader.read(file, DataFolders.imagery()))
                .toList();
        List<LeaveOneOut.Fold> folds = LeaveOneOut.folds(licence.filter().of(catalogs), unit);
        for (LeaveOneOut.Fold fold : folds) {
            fold.write(out);
        }
        spec.commandLine().getOut().printf("%d folds in %s%n", folds.size(), out);
        spec.commandLine().getOut().flush();
        return 0;
    }
}
