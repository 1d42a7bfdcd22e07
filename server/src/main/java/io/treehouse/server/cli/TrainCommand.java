package io.treehouse.server.cli;

import io.treehouse.model.registry.ModelVersion;
import io.treehouse.training.fit.TrainingConfig;
import io.treehouse.training.fit.TrainingConfigFile;
import io.treehouse.training.fit.TrainingRun;
import java.io.IOException;
import java.nio.file.Path;
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

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "Training configuration (YAML).")
    private Path config;

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
        TrainingConfig read = TrainingConfigFile.read(config, licence.labels());
        Path output = out == null ? Path.of("runs", read.name() + "-" + read.version()) : out;
        Path bundle = TrainingRun.run(
                read,
                DataFolders.catalogs(),
                splits == null ? DataFolders.catalogs() : splits,
                DataFolders.imagery(),
                output);
        LOG.info("The model is {}; try it with --model {}", bundle, bundle);
        if (publish) {
            ModelVersion added = registry.registry().add(bundle, Optional.empty(), change.change());
            LOG.info(
                    "Added {} to the registry {}",
                    added.id(),
                    registry.registry().folder());
        }
        return 0;
    }
}
