package io.treehouse.server.cli;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.model.registry.ModelVersion;
import io.treehouse.training.fit.TrainingConfig;
import io.treehouse.training.fit.TrainingConfigFile;
import io.treehouse.training.fit.TrainingRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code treehouse train}: a training from its configuration to a model bundle. */
@Command(name = "train", description = "Trains a network, or goes on training it.", mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(TrainCommand.class);

    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description =
                    "Training configuration (YAML). Several are trained in this order, each in its default folder, where"
                            + " the next may find its start.")
    private List<Path> configs;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of checkpoint, log and bundle. Default: runs/NAME-VERSION.")
    private Path out;

    @Option(
            names = "--splits",
            paramLabel = "DIR",
            description = "Folder of locked.csv and validation.csv. Default: that of the repository.")
    private Path splits;

    @Option(names = "--publish", description = "Add the finished model to the registry, as a candidate.")
    private boolean publish;

    @Mixin
    private RegistryOptions registry;

    @Mixin
    private ChangeOptions change;

    @Mixin
    private LicenceOption licence;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (out != null && configs.size() > 1) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "--out names one folder, and %d configurations were given".formatted(configs.size()),
                    "Leave --out away, so that each part has runs/NAME-VERSION, or train them one by one");
        }
        // All are read before the first is trained: a mistake in the last must not show after hours.
        List<TrainingConfig> parts = configs.stream()
                .map(file -> TrainingConfigFile.read(file, licence.labels()))
                .toList();
        Path bundle = null;
        for (TrainingConfig part : parts) {
            bundle = train(part);
        }
        if (publish) {
            publish(bundle);
        }
        return 0;
    }

    private Path train(TrainingConfig config) throws IOException, InterruptedException {
        Path output = out == null ? Path.of("runs", config.name() + "-" + config.version()) : out;
        Path bundle = TrainingRun.run(
                config,
                DataFolders.catalogs(),
                splits == null ? DataFolders.catalogs() : splits,
                DataFolders.imagery(),
                output);
        LOG.info("The model is {}; try it with --model {}", bundle, bundle);
        return bundle;
    }

    private void publish(Path bundle) throws IOException {
        ModelVersion added = registry.registry().add(bundle, Optional.empty(), change.change());
        LOG.info("Added {} to the registry {}", added.id(), registry.registry().folder());
    }
}
