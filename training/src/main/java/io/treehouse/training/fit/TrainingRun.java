package io.treehouse.training.fit;

import io.treehouse.datasets.catalog.Split;
import io.treehouse.model.bundle.BundleWriter;
import io.treehouse.model.bundle.ModelInput;
import io.treehouse.model.bundle.NumberType;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.bundle.Weights;
import io.treehouse.model.kernel.KernelChoice;
import io.treehouse.model.kernel.Kernels;
import io.treehouse.model.network.NetworkSpec;
import io.treehouse.model.network.SegmentationNetworks;
import io.treehouse.training.augment.Augmentations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** From a configuration to a model bundle: reads the data, trains or goes on training, writes the bundle. */
public final class TrainingRun {
    private TrainingRun() {}

    /**
     * Runs a configuration to its end and returns the path of the bundle.
     *
     * @param config what to train
     * @param catalogFolder folder of the catalogues
     * @param splitFolder folder of {@code locked.csv} and {@code validation.csv}
     * @param data folder that holds the imagery
     * @param output folder of checkpoint, log and bundle
     */
    public static Path run(TrainingConfig config, Path catalogFolder, Path splitFolder, Path data, Path output)
            throws IOException, InterruptedException {
        KernelChoice choice =
                KernelChoice.valueOf(config.kernels().toUpperCase(Locale.ROOT).replace('-', '_'));
        NetworkSpec network = SegmentationNetworks.lite0(config.decoderWidth(), config.headWidth());
        StartWeights start = config.start().isEmpty()
                ? StartWeights.imageNet(network)
                : StartWeights.model(Path.of(System.getProperty("treehouse.home", "."), config.start()), network);
        Split split = Split.read(splitFolder);
        TrainingData training = TrainingData.read(config.sets().keySet(), split, catalogFolder, data);
        ModelInput input = ModelInput.standard();
        CropSampler sampler = new CropSampler(
                new TileMixture(training.tiles(), config.sets()),
                config.crops(input.gsdMetres()),
                new Augmentations(),
                config.seed());
        ValidationPlaces validation = new ValidationPlaces(training.catalogs(), split);
        try (Kernels kernels = choice.open()) {
            TrainingManifest manifest =
                    new TrainingManifest(config, start, kernels.name(), training, catalogFolder, splitFolder);
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
                            List.of()),
                    NumberType.F16);
            Trainer trainer = new Trainer(config, network, start, kernels, output);
            trainer.run(
                    sampler, new BestModel(output, trainer.stepsDone(), config.patience(), writer, validation::score));
            return output.resolve(BestModel.BUNDLE);
        }
    }
}
