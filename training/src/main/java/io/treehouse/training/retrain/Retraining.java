package io.treehouse.training.retrain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.catalog.Split;
import io.treehouse.datasets.document.AtomicFile;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.model.bundle.BundleReader;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.registry.Change;
import io.treehouse.model.registry.ModelId;
import io.treehouse.model.registry.ModelRegistry;
import io.treehouse.training.evaluate.HeldOutPlaces;
import io.treehouse.training.fit.TrainingConfig;
import io.treehouse.training.fit.TrainingConfigFile;
import io.treehouse.training.fit.TrainingRun;
import io.treehouse.training.promote.Decision;
import io.treehouse.training.promote.GatePlaces;
import io.treehouse.training.promote.PromotionGate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One retraining in a folder of its own: plan, training, candidate, gate, report. A run whose process was ended, also by force,
 * goes on when it is started again in the same folder: the training from its last checkpoint; planning and measuring begin
 * again, since they leave nothing half done; a candidate that is in the registry already is not added or promoted twice.
 */
public final class Retraining {
    private static final Logger LOG = LoggerFactory.getLogger(Retraining.class);

    private final ModelRegistry registry;
    private final DataPlaces data;
    private final Path folder;
    private final CatalogCopies catalogs;

    /** @param folder of plan, checkpoint, log, bundle and report; made if it is missing */
    public Retraining(ModelRegistry registry, DataPlaces data, Path folder) {
        this.registry = registry;
        this.data = data;
        this.folder = folder.toAbsolutePath();
        this.catalogs = new CatalogCopies(this.folder.resolve("catalogs"), data.imagery());
    }

    /** A version that the registry does not have: that of the start with the next number. */
    static String nextVersion(ModelRegistry registry, ModelId start) {
        String stem = start.version().replaceFirst("-r\\d+$", "");
        int number = 1;
        while (!registry.state()
                .history(new ModelId(start.name(), stem + "-r" + number))
                .isEmpty()) {
            number++;
        }
        return stem + "-r" + number;
    }

    /**
     * Runs to the end, or goes on from where an earlier call in this folder stopped: then with the plan that was made first.
     *
     * @param gate measures the candidate
     * @param withLocked whether the gate shows the locked places, too
     * @param promote whether a candidate that may serve is promoted; not if another start than the promoted version is named,
     *     since it is measured beside its start
     * @param by who asks
     * @return the gate's decision, which the registry and the report have, too
     */
    public Decision run(RetrainingRequest request, PromotionGate gate, boolean withLocked, boolean promote, String by)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        try (FileChannel channel =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw new InputProblem(
                        Kind.CONFLICT,
                        "Another retraining is at work in " + folder + ".",
                        "Wait for it, or take another folder.");
            }
            ProblemFile.delete(folder);
            try {
                return runLocked(request, gate, withLocked, promote, by);
            } catch (InputProblem problem) {
                ProblemFile.write(folder, problem);
                throw problem;
            } catch (IOException | UncheckedIOException fault) {
                InputProblem problem = new InputProblem(
                        Kind.UNWRITABLE,
                        "The retraining in " + folder + " cannot go on: " + fault.getMessage() + ".",
                        "See that there is room on the disk and that the folder can be written; the same call goes on where it was.",
                        fault);
                ProblemFile.write(folder, problem);
                throw problem;
            }
        }
    }

    private Decision runLocked(
            RetrainingRequest request, PromotionGate gate, boolean withLocked, boolean promote, String by)
            throws IOException, InterruptedException {
        begin(Stage.PREPARING, 0);
        RetrainingPlan plan = plan(request);
        TrainingConfig config = TrainingConfigFile.read(configFile());
        begin(Stage.TRAINING, 0);
        Path bundle = trained(config, plan);
        begin(Stage.PUBLISHING, 0);
        ModelId candidate = registry.add(bundle, Optional.empty(), new Change(by, "retrained in " + folder))
                .id();
        Decision decision = measured(gate, candidate, plan, places(config, plan, withLocked), promote, by);
        RetrainingReport.write(folder, registry, config, plan, candidate, decision, gate.lastFigures(candidate));
        begin(Stage.DONE, 0);
        return decision;
    }

    private StageFile begin(Stage stage, int parts) {
        StageFile begun = StageFile.begun(stage, parts);
        begun.write(folder);
        return begun;
    }

    /** Lets the gate decide; a candidate that an earlier call has promoted is not measured beside itself. */
    private Decision measured(
            PromotionGate gate, ModelId candidate, RetrainingPlan plan, GatePlaces places, boolean promote, String by)
            throws IOException, InterruptedException {
        Optional<JsonNode> figures = gate.lastFigures(candidate);
        if (figures.isPresent() && registry.state().promoted().id().equals(candidate)) {
            return PromotionGate.decisionOf(figures.get());
        }
        AtomicReference<StageFile> stage = new AtomicReference<>(begin(Stage.MEASURING, 2 * places.pictures()));
        PromotionGate watched = gate.watchedBy(
                (score, tile, classes) -> stage.updateAndGet(StageFile::oneMore).write(folder));
        return promote && !plan.startIsNamed()
                ? watched.decideAndPromote(candidate, places, by)
                : watched.decide(before(plan), candidate, places, by);
    }

    /** What the candidate is measured beside: the start that was named, or the version that is promoted by now. */
    private ModelId before(RetrainingPlan plan) {
        return plan.startIsNamed() ? plan.start() : registry.state().promoted().id();
    }

    private Path splits() {
        return folder.resolve("splits");
    }

    private Path configFile() {
        return folder.resolve("config.json");
    }

    /** The plan counts once the configuration of its training is there, which is written last. */
    private RetrainingPlan plan(RetrainingRequest request) throws IOException {
        if (Files.exists(configFile())) {
            LOG.info("Going on with the plan in {}", folder);
            return RetrainingPlan.read(folder);
        }
        ModelId id = request.start().orElseGet(() -> registry.state().promoted().id());
        request.version().ifPresent(version -> requireNew(new ModelId(id.name(), version)));
        ModelBundle start = registry.bundle(id);
        Path startBundle = folder.resolve("start.zip");
        Files.copy(registry.bundleFile(id), startBundle, StandardCopyOption.REPLACE_EXISTING);
        List<NewImagery> imagery = new ArrayList<>();
        Split given = Split.read(data.splits());
        for (Path file : request.catalogs()) {
            imagery.add(NewImagery.check(catalogs.read(catalogs.add(file)), given, request.holdOut()));
        }
        SplitCopies.write(data.splits(), splits(), imagery);
        RetrainingPlan plan = RetrainingPlan.of(id, request.start().isPresent(), imagery, request.minutes());
        plan.skipped().forEach(picture -> LOG.warn("Skipped: {}", picture));
        List<String> fresh = plan.newSets();
        plan.write(folder);
        Map<String, Double> known = readable(RetrainingSettings.knownSets(start.model()), fresh);
        ObjectNode settings = RetrainingSettings.of(
                start.model(),
                startBundle.toString(),
                request.version().orElseGet(() -> nextVersion(registry, id)),
                RetrainingSettings.mixture(known, fresh, request.replayShare()),
                request);
        AtomicFile.writeJson(configFile(), settings);
        LOG.info("From {} with {} new and {} known data sets", id, fresh.size(), known.size());
        return plan;
    }

    /** Known before the training rather than after it: a name belongs to one model for good. */
    private void requireNew(ModelId wanted) {
        if (!registry.state().history(wanted).isEmpty()) {
            throw new InputProblem(
                    Kind.CONFLICT,
                    "There is, or was, a version " + wanted + " in the registry.",
                    "Give another name, or none: then it gets the next number.");
        }
    }

    /** The known sets whose imagery is here, their catalogues copied. */
    private Map<String, Double> readable(Map<String, Double> known, List<String> fresh) throws IOException {
        Map<String, Double> readable = new LinkedHashMap<>();
        for (Map.Entry<String, Double> set : known.entrySet()) {
            if (fresh.contains(set.getKey())) {
                continue;
            }
            try {
                catalogs.add(data.catalogs().resolve(set.getKey()).resolve("dataset.json"));
                readable.put(set.getKey(), set.getValue());
            } catch (InputProblem missing) {
                LOG.warn("{} is not replayed: {}", set.getKey(), missing.getMessage());
            }
        }
        return readable;
    }

    /** The bundle of the finished training, which is not touched again: the registry may have it already. */
    private Path trained(TrainingConfig config, RetrainingPlan plan) throws IOException, InterruptedException {
        Path finished = folder.resolve("finished.zip");
        if (!Files.exists(finished)) {
            Path model =
                    TrainingRun.run(config, folder.resolve("catalogs"), splits(), data.imagery(), folder, plan.limit());
            List<Catalog> all =
                    config.sets().keySet().stream().map(catalogs::read).toList();
            HeldOutPlaces validation = new HeldOutPlaces(all, Split.read(splits()), Split.Part.VALIDATION);
            ModelBundle start = BundleReader.read(folder.resolve("start.zip"));
            AtomicFile.write(finished, Files.readAllBytes(StartAverage.best(start, model, validation, folder)));
        }
        return finished;
    }

    private GatePlaces places(TrainingConfig config, RetrainingPlan plan, boolean withLocked) {
        List<Catalog> known = config.sets().keySet().stream()
                .filter(set -> !plan.newSets().contains(set))
                .map(catalogs::read)
                .toList();
        return new GatePlaces(
                known, plan.newSets().stream().map(catalogs::read).toList(), Split.read(splits()), withLocked);
    }
}
