package io.treehouse.training.fit;

import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.catalog.CatalogReader;
import io.treehouse.datasets.catalog.LicenceFilter;
import io.treehouse.datasets.catalog.Split;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.model.bundle.BundleReader;
import io.treehouse.model.bundle.BundleWriter;
import io.treehouse.model.bundle.FineLook;
import io.treehouse.model.bundle.ModelInput;
import io.treehouse.model.bundle.NumberType;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.bundle.Weights;
import io.treehouse.model.kernel.KernelChoice;
import io.treehouse.model.network.NetworkSpec;
import io.treehouse.training.selflabel.SelfLabels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From a configuration to a model bundle: reads the data, trains or goes on training, writes and calibrates the bundle. */
public final class TrainingRun {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingRun.class);

    private TrainingRun() {}

    /**
     * Runs a configuration to its end, however long that takes, and returns the path of the bundle.
     *
     * @see #run(TrainingConfig, Path, Path, Path, Path, Duration)
     */
    public static Path run(TrainingConfig config, Path catalogFolder, Path splitFolder, Path data, Path output)
            throws IOException, InterruptedException {
        return run(config, catalogFolder, splitFolder, data, output, Duration.ZERO);
    }

    /**
     * Runs a configuration to its end and returns the path of the bundle.
     *
     * @param config what to train
     * @param catalogFolder folder of the catalogues
     * @param splitFolder folder of {@code locked.csv} and {@code validation.csv}
     * @param data folder that holds the imagery
     * @param output folder of checkpoint, log and bundle
     * @param limit time for steps and scorings, after which the run ends before its last step; zero for none. The learning rate
     *     follows the clock then, and the run is not the same twice
     */
    public static Path run(
            TrainingConfig config, Path catalogFolder, Path splitFolder, Path data, Path output, Duration limit)
            throws IOException, InterruptedException {
        KernelChoice choice = kernels(config, output);
        NetworkSpec network = config.network();
        StartWeights start = config.start().isEmpty()
                ? StartWeights.imageNet(network)
                : StartWeights.model(ofProject(config.start()), network);
        Split split = Split.read(splitFolder);
        Optional<SelfLabels> selfLabels = Optional.of(config.selfLabels())
                .filter(folder -> !folder.isEmpty())
                .map(folder -> SelfLabels.open(ofProject(folder)));
        LicenceFilter licences = LicenceFilter.of(config.licences());
        start.licences().require(licences, "the model " + config.start() + " to start from");
        selfLabels.ifPresent(
                labels -> labels.licences().require(licences, "the self labels in " + config.selfLabels()));
        TrainingData training =
                TrainingData.read(licences.of(catalogs(config, catalogFolder, data)), split, selfLabels);
        ModelInput input = ModelInput.standard().withFineLooks(List.of(FineLook.MEASURED));
        CropSampler sampler = new CropSampler(
                new TileMixture(training.tiles(), config.sets()),
                config.crops(input.gsdMetres()),
                config.augmentation(),
                config.seed());
        ValidationPlaces validation = new ValidationPlaces(training.catalogs(), split);
        TrainingManifest manifest =
                new TrainingManifest(config, start, choice.label(), training, catalogFolder, splitFolder);
        BestModel.Writer writer = (bundle, step, seconds, weights) -> BundleWriter.write(
                bundle,
                new TrainedModel(
                        config.name(),
                        config.version(),
                        network,
                        new Weights(network, weights),
                        input,
                        1.0,
                        List.of(),
                        manifest.after(step, seconds),
                        List.of(),
                        Optional.empty()),
                NumberType.F16);
        RunIdentity identity = RunIdentity.of(config, choice, training);
        try (Trainer trainer = new Trainer(config, network, start, choice, identity, limit, output)) {
            trainer.run(
                    sampler, new BestModel(output, trainer.stepsDone(), config.patience(), writer, validation::score));
        }
        Path model = output.resolve(BestModel.BUNDLE);
        validation
                .calibrated(BundleReader.read(model))
                .ifPresent(calibrated -> BundleWriter.write(model, calibrated, NumberType.F16));
        return model;
    }

    private static List<Catalog> catalogs(TrainingConfig config, Path folder, Path data) {
        return config.sets().keySet().stream()
                .map(set -> CatalogReader.read(folder.resolve(set).resolve("dataset.json"), data))
                .toList();
    }

    /** A path of the configuration, relative to the project's folder. */
    private static Path ofProject(String path) {
        return Path.of(System.getProperty("treehouse.home", ".")).resolve(path);
    }

    /** The kernels of the configuration; {@code auto} stays what it was when the run began. */
    private static KernelChoice kernels(TrainingConfig config, Path output) throws IOException {
        KernelChoice asked = KernelChoice.find(config.kernels()).orElseThrow();
        Path checkpoint = output.resolve(Trainer.CHECKPOINT);
        if (asked == KernelChoice.AUTO && Files.exists(checkpoint)) {
            Optional<KernelChoice> before =
                    KernelChoice.find(Checkpoint.readRun(checkpoint).kernels());
            if (before.isPresent()) {
                LOG.info("Kernels: {}, as before", before.get().label());
                return available(before.get(), "checkpoint " + checkpoint);
            }
        }
        KernelChoice chosen = available(asked, "configuration").resolved();
        LOG.info("Kernels: {}", chosen.label());
        return chosen;
    }

    /** @param from what names the kernels, for the message */
    private static KernelChoice available(KernelChoice choice, String from) {
        if (!choice.isAvailable()) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "The " + from + " asks for the kernels '" + choice.label() + "', which this machine cannot run",
                    choice == KernelChoice.ONEDNN_BF16
                            ? "oneDNN needs AVX-512 for bf16: train on a processor that has it, or begin anew with 'kernels: auto'"
                            : "oneDNN does not load here: begin anew with 'kernels: auto'");
        }
        return choice;
    }
}
