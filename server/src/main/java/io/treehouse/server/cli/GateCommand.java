package io.treehouse.server.cli;

import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.catalog.CatalogReader;
import io.treehouse.model.engine.EngineOptions;
import io.treehouse.model.registry.ModelId;
import io.treehouse.model.registry.ModelRegistry;
import io.treehouse.training.promote.Decision;
import io.treehouse.training.promote.GatePlaces;
import io.treehouse.training.promote.PromotionGate;
import io.treehouse.training.promote.PromotionRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code treehouse models gate}: measures a candidate beside the promoted version and decides whether it may serve. */
@Command(
        name = "gate",
        description = "Measures a candidate beside the promoted version; exit code 0 if it may serve, 3 if not.",
        mixinStandardHelpOptions = true)
final class GateCommand implements Callable<Integer> {
    private static final int STAYS_CANDIDATE = 3;
    private static final double POINTS = 100;

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private ModelsCommand models;

    @Parameters(paramLabel = "NAME@VERSION", description = "The candidate.")
    private String candidate;

    @Mixin
    private CatalogOptions known;

    @Option(
            names = "--new",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Catalogues of new imagery, on whose validation places the candidate must be better.")
    private List<Path> fresh = List.of();

    @Option(names = "--locked", description = "Show the locked places, too; they decide nothing.")
    private boolean locked;

    @Option(names = "--promote", description = "Promote the candidate if it may serve.")
    private boolean promote;

    @Option(
            names = "--allowed-loss",
            defaultValue = "0",
            paramLabel = "POINTS",
            description =
                    "A class is worse if the whole 95 %% interval lies below minus this. Default: ${DEFAULT-VALUE}.")
    private double allowedLoss;

    @Option(
            names = "--allowed-loss-of-one-place",
            defaultValue = "1",
            paramLabel = "POINTS",
            description =
                    "Loss allowed to a class of a single place, which has no interval. Default: ${DEFAULT-VALUE}.")
    private double allowedLossOfOnePlace;

    @Option(
            names = "--required-gain",
            defaultValue = "0",
            paramLabel = "POINTS",
            description = "The mean IoU on the new places must rise by more than this. Default: ${DEFAULT-VALUE}.")
    private double requiredGain;

    @Option(names = "--by", paramLabel = "NAME", description = "Who asks. Default: the user's name.")
    private String by;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ModelRegistry registry = models.registry();
        ModelId id = ModelId.parse(candidate);
        registry.state().get(id);
        PromotionGate gate = new PromotionGate(registry, rule(), EngineOptions.defaults());
        List<Catalog> added = fresh.stream()
                .map(file -> CatalogReader.read(file, DataFolders.imagery()))
                .toList();
        GatePlaces places = new GatePlaces(known.catalogs(), added, known.split(), locked);
        String asked = by == null ? System.getProperty("user.name") : by;
        Decision decision = promote ? gate.decideAndPromote(id, places, asked) : gate.decide(id, places, asked);
        spec.commandLine().getOut().println(id + " " + decision.inWords());
        spec.commandLine().getOut().flush();
        return decision.passes() ? 0 : STAYS_CANDIDATE;
    }

    private PromotionRule rule() {
        return new PromotionRule(allowedLoss / POINTS, allowedLossOfOnePlace / POINTS, requiredGain / POINTS);
    }
}
