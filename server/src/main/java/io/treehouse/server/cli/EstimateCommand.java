package io.treehouse.server.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.vector.FeatureFormat;
import io.treehouse.inference.carbon.document.EstimateDocument;
import io.treehouse.inference.carbon.estimate.Estimate;
import io.treehouse.inference.carbon.estimate.Estimator;
import io.treehouse.inference.carbon.table.FigureTable;
import io.treehouse.inference.carbon.table.ZonePlaces;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code treehouse estimate}: from results of classification to sinks and emissions. */
@Command(
        name = "estimate",
        description = "Estimates sinks and emissions from results of classification.",
        mixinStandardHelpOptions = true)
final class EstimateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private EstimateFlags flags;

    @Parameters(arity = "1..*", paramLabel = "RESULT.json", description = "Answers of classify or of the API.")
    private List<Path> results;

    @Option(names = "--out", paramLabel = "FILE", description = "The estimate as JSON; printed if not given.")
    private Path out;

    @Option(
            names = "--figures",
            paramLabel = "FILE",
            description =
                    "Also write a table with units, a row for each figure of each zone: .gpkg, .parquet or .geojson.")
    private Path figures;

    @Option(
            names = "--zones",
            paramLabel = "FILE",
            description = "The zones that the results have figures of, for their outlines in --figures.")
    private Path zones;

    @Override
    public Integer call() throws IOException {
        Optional<FeatureFormat> format = table();
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        ArrayNode documents = request.putArray("results");
        for (Path result : results) {
            documents.add(JsonFiles.read(result));
        }
        flags.addTo(request);
        Estimate estimate = Estimator.estimate(EstimateDocument.read(request), ModelOptions.PROGRAM_VERSION);
        if (format.isPresent()) {
            ZonePlaces places = ZonePlaces.of(request, Optional.ofNullable(zones));
            TableFile.write(figures, format.get(), file -> FigureTable.write(estimate, places, format.get(), file));
        }
        JsonFiles.write(estimate, out, spec.commandLine().getOut());
        EstimateTable.print(
                estimate.total(), estimate.warnings(), spec.commandLine().getErr());
        return 0;
    }

    /** The format of the table, checked before the work; empty if none is wanted. */
    private Optional<FeatureFormat> table() {
        ClassifyCommand.requireFile("--zones", zones);
        if (figures == null && zones != null) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER, "--zones are the outlines of a table", "Name the table with --figures");
        }
        return TableFile.format(figures);
    }
}
