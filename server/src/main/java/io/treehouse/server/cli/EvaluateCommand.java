package io.treehouse.server.cli;

import io.treehouse.datasets.catalog.Split;
import io.treehouse.training.evaluate.ClassMapSource;
import io.treehouse.training.evaluate.EvaluationReport;
import io.treehouse.training.evaluate.Evaluator;
import io.treehouse.training.evaluate.ModelClassMaps;
import io.treehouse.training.evaluate.PredictedClassMaps;
import io.treehouse.training.evaluate.report.ReportFiles;
import io.treehouse.training.evaluate.report.TextTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code treehouse evaluate}: accuracy on labelled places. */
@Command(name = "evaluate", description = "Measures accuracy against labels.", mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelOptions model;

    @Mixin
    private CatalogOptions data;

    @Option(
            names = "--part",
            defaultValue = "LOCKED",
            description = "Places to score: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Split.Part part;

    @Option(names = "--report", required = true, paramLabel = "DIR", description = "Folder of the report.")
    private Path report;

    @Option(
            names = "--predictions",
            paramLabel = "DIR",
            description = "Score SET/NAME.classes.tif of another program instead of the model.")
    private Path predictions;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (ClassMapSource maps = open()) {
            EvaluationReport scored = Evaluator.evaluate(data.catalogs(), data.split(), EnumSet.of(part), maps);
            ReportFiles.write(scored, report);
            PrintWriter out = spec.commandLine().getOut();
            out.print(TextTable.of(scored));
            scored.unreadable().forEach(fault -> out.println("not scored: " + fault));
            out.flush();
            return scored.unreadable().isEmpty() ? 0 : 1;
        }
    }

    private ClassMapSource open() {
        return predictions == null
                ? ModelClassMaps.open(model.bundle(), model.engines())
                : new PredictedClassMaps(predictions);
    }
}
