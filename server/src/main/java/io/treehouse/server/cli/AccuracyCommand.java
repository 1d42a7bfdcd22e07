package io.treehouse.server.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.datasets.document.DocumentHash;
import io.treehouse.inference.landcover.AreaEstimate;
import io.treehouse.inference.landcover.ClassAreaEstimate;
import io.treehouse.inference.sample.AccuracyAssessment;
import io.treehouse.inference.sample.AccuracyAssessment.Source;
import io.treehouse.inference.sample.AccuracyFigure;
import io.treehouse.inference.sample.SampleFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code treehouse accuracy}: areas and accuracies of a map from a labelled sample of it. */
@Command(
        name = "accuracy",
        description = "Estimates areas and accuracies from a labelled sample (Olofsson et al. 2014).",
        mixinStandardHelpOptions = true)
final class AccuracyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SAMPLE", description = "What sample has written, with its column reference filled in.")
    private Path sample;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Source source =
                new Source(sample.getFileName().toString(), DocumentHash.sha256(sample), ModelOptions.PROGRAM_VERSION);
        AccuracyAssessment assessment =
                AccuracyAssessment.of(SampleFile.read(sample)).from(source);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper().writeValueAsString(assessment));
        } else {
            print(assessment, out);
        }
        out.flush();
        return 0;
    }

    private static void print(AccuracyAssessment assessment, PrintWriter out) {
        out.println(assessment.method().description());
        out.printf("%d points, %d without label%n", assessment.method().units(), assessment.unlabelledPoints());
        for (ClassAreaEstimate row : assessment.areaEstimates().classes()) {
            AreaEstimate area = row.corrected();
            out.printf(
                    Locale.ROOT,
                    "%-12s counted %.1f m2, estimated %.1f m2, standard error %.1f m2, 95 %% interval %.1f to %.1f m2%n",
                    row.classes().get(0),
                    row.countedM2(),
                    area.areaM2(),
                    area.standardErrorM2(),
                    area.low95M2(),
                    area.high95M2());
        }
        out.println("overall accuracy " + text(assessment.overall()));
        assessment.usersAccuracy().forEach((label, figure) -> out.println("user's " + label + " " + text(figure)));
        assessment
                .producersAccuracy()
                .forEach((label, figure) -> out.println("producer's " + label + " " + text(figure)));
    }

    private static String text(AccuracyFigure figure) {
        return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", figure.accuracy(), figure.low95(), figure.high95());
    }
}
