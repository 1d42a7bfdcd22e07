package io.treehouse.server.cli;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.inference.settlement.AtlasRule;
import io.treehouse.inference.settlement.ClusteringRule;
import io.treehouse.inference.settlement.SettlementRule;
import io.treehouse.inference.settlement.SettlementSurvey;
import io.treehouse.inference.settlement.Settlements;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code treehouse settlements}: the built-up outline of a region. */
@Command(
        name = "settlements",
        description = "Finds the settlements of a region in its class maps, by a published rule.",
        mixinStandardHelpOptions = true)
final class SettlementsCommand implements Callable<Integer> {
    private static final double M2_PER_HA = 10_000;

    /** The rules. */
    enum Rule {
        CLUSTERING,
        ATLAS
    }

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "MAP", description = "Class maps of the region, neighbours on one grid.")
    private List<Path> maps;

    @Option(
            names = "--rule",
            defaultValue = "CLUSTERING",
            description = "clustering (City Clustering Algorithm, if not given) or atlas (Atlas of Urban Expansion).")
    private Rule rule;

    @Option(
            names = "--distance",
            paramLabel = "M",
            defaultValue = "100",
            description = "Of clustering: the distance s in metres. Default: ${DEFAULT-VALUE}.")
    private double distanceM;

    @Option(
            names = "--urban-share",
            paramLabel = "P",
            defaultValue = "0.5",
            description =
                    "Of atlas: built-up share of the circle from which ground is urban. Default: ${DEFAULT-VALUE}.")
    private double urbanShare;

    @Option(
            names = "--suburban-share",
            paramLabel = "P",
            defaultValue = "0.25",
            description = "Of atlas: share from which it is suburban. Default: ${DEFAULT-VALUE}.")
    private double suburbanShare;

    @Option(
            names = "--fringe",
            paramLabel = "M",
            defaultValue = "100",
            description = "Of atlas: width of the fringe of open space in metres. Default: ${DEFAULT-VALUE}.")
    private double fringeM;

    @Option(
            names = "--captured",
            paramLabel = "HA",
            defaultValue = "200",
            description =
                    "Of atlas: hectares below which enclosed open ground belongs to it. Default: ${DEFAULT-VALUE}.")
    private double capturedHa;

    @Option(
            names = "--cell",
            paramLabel = "M",
            defaultValue = "10",
            description = "Side of the cells in metres. Default: ${DEFAULT-VALUE}.")
    private double cellM;

    @Option(
            names = "--minimum-area",
            paramLabel = "M2",
            defaultValue = "0",
            description = "Area below which there is no settlement. Default: ${DEFAULT-VALUE}.")
    private double minimumM2;

    @Option(names = "--gsd", paramLabel = "M", description = "Size of the pixels of a map that is not georeferenced.")
    private Double gsdMetres;

    @Option(names = "--outlines", paramLabel = "FILE", description = "Write the outlines: .geojson, .gpkg or .fgb.")
    private Path outlines;

    @Option(names = "--out", paramLabel = "FILE", description = "The figures as JSON; printed if not given.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        SettlementRule chosen = rule();
        SettlementSurvey survey = SettlementSurvey.read(maps, gsdMetres, cellM);
        try (SettlementFile file = SettlementFile.create(outlines, survey, chosen, minimumM2)) {
            Settlements settlements = survey.settlements(chosen, minimumM2, ModelOptions.PROGRAM_VERSION, file::write);
            file.finish();
            JsonFiles.write(settlements, out, spec.commandLine().getOut());
            summarise(settlements, spec.commandLine().getErr());
        }
        return 0;
    }

    private SettlementRule rule() {
        try {
            return switch (rule) {
                case CLUSTERING -> new ClusteringRule(distanceM);
                case ATLAS -> new AtlasRule(urbanShare, suburbanShare, fringeM, capturedHa * M2_PER_HA);
            };
        } catch (IllegalArgumentException fault) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "The rule cannot be used: " + fault.getMessage(),
                    "Correct the option; --help lists them",
                    fault);
        }
    }

    private static void summarise(Settlements settlements, PrintWriter screen) {
        screen.printf(
                Locale.ROOT,
                "%d settlements with %,.0f of %,.0f m2 built-up ground%n",
                settlements.settlements().size(),
                settlements.builtUpM2() - settlements.ruralBuiltUpM2(),
                settlements.builtUpM2());
        settlements
                .sensitivity()
                .forEach(row -> screen.printf(
                        Locale.ROOT,
                        "  %-14s %10.4g: %5d settlements, %,14.0f m2%n",
                        row.parameter(),
                        row.value(),
                        row.settlements(),
                        row.areaM2()));
        settlements.warnings().forEach(warning -> screen.println("Note: " + warning));
        screen.flush();
    }
}
