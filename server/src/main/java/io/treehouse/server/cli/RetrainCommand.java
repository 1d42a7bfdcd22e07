package io.treehouse.server.cli;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.model.engine.EngineOptions;
import io.treehouse.model.registry.Change;
import io.treehouse.model.registry.ModelId;
import io.treehouse.model.registry.ModelRegistry;
import io.treehouse.training.promote.Decision;
import io.treehouse.training.promote.PromotionGate;
import io.treehouse.training.promote.PromotionRule;
import io.treehouse.training.retrain.DataPlaces;
import io.treehouse.training.retrain.Retraining;
import io.treehouse.training.retrain.RetrainingRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code treehouse retrain}: from the version that serves and new imagery to a candidate that was measured. */
@Command(
        name = "retrain",
        description = "Retrains the promoted version on new imagery; exit code 0 if the candidate may serve, 3 if not.",
        mixinStandardHelpOptions = true)
final class RetrainCommand implements Callable<Integer> {
    private static final int STAYS_CANDIDATE = 3;

    @Spec
    private CommandSpec spec;

    @Mixin
    private RegistryOptions registry;

    @Option(
            names = "--new",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Catalogues (dataset.json) of the new imagery.")
    private List<Path> catalogs = List.of();

    @Option(
            names = "--feedback",
            description = "Train on what people said about answers, too (see feedback), as it is in --home now.")
    private boolean feedback;

    @Mixin
    private HomeOptions home;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder of checkpoint, log, bundle and report; the same folder again goes on.")
    private Path out;

    @Option(
            names = "--from",
            paramLabel = "MODEL",
            description = "NAME@VERSION of the registry, or a bundle's file, to start from; the candidate is measured"
                    + " beside it and not promoted. Default: the promoted version.")
    private String from;

    @Option(names = "--version-name", paramLabel = "V", description = "Version of the model that comes out.")
    private String version;

    @Option(
            names = "--replay-share",
            defaultValue = "0.5",
            description = "Share of old data among the crops, against forgetting. Default: ${DEFAULT-VALUE}.")
    private double replayShare;

    @Option(
            names = "--hold-out",
            paramLabel = "SHARE",
            defaultValue = "0.2",
            description =
                    "Share of the places of a new data set to measure on, where the split files hold out none of it."
                            + " Default: ${DEFAULT-VALUE}.")
    private double holdOut;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Steps at most. Default: 600, or with --minutes as many as they last for.")
    private Integer steps;

    @Option(
            names = "--minutes",
            paramLabel = "M",
            defaultValue = "0",
            description = "Minutes of the training at most, with the scoring of its snapshots; 0 for any. The measuring"
                    + " at the end comes on top. Default: ${DEFAULT-VALUE}.")
    private double minutes;

    @Option(
            names = "--learning-rate",
            defaultValue = "1e-4",
            description = "Highest learning rate. Default: ${DEFAULT-VALUE}.")
    private double learningRate;

    @Option(
            names = "--splits",
            paramLabel = "DIR",
            description = "Folder of locked.csv and validation.csv, old and new. Default: that of the repository.")
    private Path splits;

    @Option(names = "--locked", description = "Show the locked places, too; they decide nothing.")
    private boolean locked;

    @Option(names = "--promote", description = "Promote the candidate if it may serve.")
    private boolean promote;

    @Option(names = "--by", paramLabel = "NAME", description = "Who asks. Default: the user's name.")
    private String by;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ModelRegistry models = registry.registry();
        DataPlaces places = new DataPlaces(
                DataFolders.catalogs(), splits == null ? DataFolders.catalogs() : splits, DataFolders.imagery());
        RetrainingRequest request = new RetrainingRequest(
                imagery(),
                start(models),
                Optional.ofNullable(version),
                replayShare,
                holdOut,
                steps == null ? RetrainingRequest.defaultSteps(minutes) : steps,
                minutes,
                learningRate);
        PromotionGate gate = new PromotionGate(models, PromotionRule.DEFAULT, EngineOptions.defaults());
        Decision decision = new Retraining(models, places, out).run(request, gate, locked, promote, asking());
        spec.commandLine().getOut().println(Files.readString(out.resolve("report.md")));
        spec.commandLine().getOut().println("The report: " + out.resolve("report.json"));
        spec.commandLine().getOut().flush();
        return decision.passes() ? 0 : STAYS_CANDIDATE;
    }

    /** The catalogues that were named, and that of the feedback, which is kept with the run. */
    private List<Path> imagery() {
        if (!feedback) {
            if (catalogs.isEmpty()) {
                throw new InputProblem(
                        Kind.INVALID_PARAMETER,
                        "There is nothing new to retrain on.",
                        "Name catalogues with --new, or train on what people said about answers with --feedback.");
            }
            return catalogs;
        }
        List<Path> all = new ArrayList<>(catalogs);
        KeptFeedback.with(home, shelf -> all.add(shelf.labelsFor(out.resolve("feedback"))));
        return all;
    }

    private String asking() {
        return by == null ? System.getProperty("user.name") : by;
    }

    /** The start that was named; a file becomes a candidate of the registry first, so that its descendants have a parent. */
    private Optional<ModelId> start(ModelRegistry models) {
        if (from == null) {
            return Optional.empty();
        }
        if (promote) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "--promote and --from do not go together: the candidate is measured beside its start.",
                    "Leave --promote out and ask 'models gate NAME@VERSION --promote' afterwards.");
        }
        Path file = Path.of(from);
        return Optional.of(
                Files.exists(file)
                        ? models.add(file, Optional.empty(), new Change(asking(), "to retrain from it"))
                                .id()
                        : ModelId.parse(from));
    }
}
