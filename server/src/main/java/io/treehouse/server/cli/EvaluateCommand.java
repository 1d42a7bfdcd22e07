package io.treehouse.server.cli;

import io.treehouse.datasets.catalog.Split;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.training.evaluate.ClassMapSource;
import io.treehouse.training.evaluate.EvaluationReport;
import io.treehouse.training.evaluate.Evaluator;
import io.treehouse.training.evaluate.HeldOutPlaces;
import io.treehouse.training.evaluate.ModelClassMaps;
import io.treehouse.training.evaluate.ModelComparison;
import io.treehouse.training.evaluate.PredictedClassMaps;
import io.treehouse.training.evaluate.choice.SeamCheck;
import io.treehouse.training.evaluate.choice.SeamDisagreement;
import io.treehouse.training.evaluate.choice.SymmetricClassMaps;
import io.treehouse.training.evaluate.disturb.Robustness;
import io.treehouse.training.evaluate.report.EvaluationResults;
import io.treehouse.training.evaluate.report.ExampleMaps;
import io.treehouse.training.evaluate.report.ReportFiles;
import io.treehouse.training.evaluate.report.TextTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
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
            paramLabel = "PART",
            split = ",",
            description = "Places to score, separated by commas: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Set<Split.Part> parts;

    @Option(names = "--report", required = true, paramLabel = "DIR", description = "Folder of the report.")
    private Path report;

    @Option(
            names = "--predictions",
            paramLabel = "DIR",
            description = "Score SET/NAME.classes.tif of another program instead of the model.")
    private Path predictions;

    @Option(
            names = "--disturb",
            description = "Score the places also darker, paler, tinted, hazy and compressed; takes nine times as long.")
    private boolean disturb;

    @Option(
            names = "--compare",
            paramLabel = "MODEL",
            description = "Compare with another model on the same places: NAME@VERSION or a bundle's file.")
    private String other;

    @Option(
            names = "--seams",
            description = "Measure seams between windows on pictures that take several; twice the work on those.")
    private boolean seams;

    @Option(
            names = "--augment",
            paramLabel = "d4",
            description = "d4: mean over eight symmetries; eight times the work.")
    private Augmentation augmentation;

    /** Test-time augmentation that can be asked for. */
    private enum Augmentation {
        D4
    }

    @Option(
            names = "--with-imagery",
            description = "Show the imagery beside the class maps in the report. Do not publish such a report.")
    private boolean withImagery;

    @Override
    public Integer call() throws IOException, InterruptedException {
        HeldOutPlaces places = new HeldOutPlaces(data.catalogs(), data.split(), parts);
        ExampleMaps examples = new ExampleMaps(withImagery);
        try (ClassMapSource opened = open()) {
            ClassMapSource maps = augmentation == null ? opened : new SymmetricClassMaps(opened, 8);
            EvaluationReport scored = Evaluator.evaluate(places, maps, examples);
            Optional<SeamDisagreement> seamDisagreement =
                    opened instanceof SeamCheck check ? Optional.of(check.counted()) : Optional.empty();
            Optional<Robustness> robustness =
                    disturb ? Optional.of(Robustness.measure(places, maps, scored)) : Optional.empty();
            ReportFiles.write(
                    new EvaluationResults(scored, robustness, compare(places, scored), seamDisagreement),
                    examples,
                    report);
            PrintWriter out = spec.commandLine().getOut();
            out.print(TextTable.of(scored));
            scored.unreadable().forEach(fault -> out.println("not scored: " + fault));
            out.println("The whole report: " + report.resolve("evaluation.html"));
            out.flush();
            return scored.unreadable().isEmpty() ? 0 : 1;
        }
    }

    private Optional<ModelComparison> compare(HeldOutPlaces places, EvaluationReport scored)
            throws InterruptedException {
        if (other == null) {
            return Optional.empty();
        }
        try (ClassMapSource maps = ModelClassMaps.open(model.choice().bundle(other), model.engines())) {
            return Optional.of(ModelComparison.of(Evaluator.evaluate(places, maps), scored));
        }
    }

    private ClassMapSource open() {
        if (predictions != null) {
            return new PredictedClassMaps(predictions);
        }
        ModelBundle bundle = model.bundle();
        ModelClassMaps served = ModelClassMaps.open(bundle, model.engines());
        return seams ? new SeamCheck(served, ModelClassMaps.openWithSmallerWindows(bundle, model.engines())) : served;
    }
}
