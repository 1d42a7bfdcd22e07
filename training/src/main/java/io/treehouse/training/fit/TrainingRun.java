package io.treehouse.training.fit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.model.bundle.BundleWriter;
import io.treehouse.model.bundle.ModelInput;
import io.treehouse.model.bundle.NumberType;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.bundle.Weights;
import io.treehouse.model.kernel.KernelChoice;
import io.treehouse.model.kernel.Kernels;
import io.treehouse.model.network.ImageNetWeights;
import io.treehouse.model.network.NetworkSpec;
import io.treehouse.model.network.SegmentationNetworks;
import io.treehouse.training.augment.Augmentations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** From a configuration to a model bundle: reads the data, trains or goes on training, writes the bundle. */
public final class TrainingRun {
    /** Name of the bundle within the output folder. */
    public static final String BUNDLE = "model.zip";

    private static final ObjectMapper JSON = new ObjectMapper();

    private TrainingRun() {}

    /**
     * Runs a configuration to its end and returns the path of the bundle.
     *
     * @param config what to train
     * @param catalogFolder folder of the catalogues and split files
     * @param data folder that holds the imagery
     * @param output folder of checkpoint, log and bundle
     */
    public static Path run(TrainingConfig config, Path catalogFolder, Path data, Path output)
            throws IOException, InterruptedException {
        TrainingData training = TrainingData.read(config.sets().keySet(), catalogFolder, data);
        NetworkSpec network = SegmentationNetworks.lite0(config.decoderWidth(), config.headWidth());
        ImageNetWeights encoder = ImageNetWeights.read(ImageNetWeights.lite0File(), network);
        ModelInput input = ModelInput.standard();
        CropSampler sampler = new CropSampler(
                new TileMixture(training.tiles(), config.sets()),
                config.crops(input.gsdMetres()),
                new Augmentations(),
                config.seed());
        KernelChoice choice =
                KernelChoice.valueOf(config.kernels().toUpperCase(Locale.ROOT).replace('-', '_'));
        try (Kernels kernels = choice.open()) {
            Trainer trainer = new Trainer(config, network, encoder.arrays(), kernels, output);
            Map<String, float[]> weights = trainer.run(sampler);
            Path bundle = output.resolve(BUNDLE);
            BundleWriter.write(
                    bundle,
                    new TrainedModel(
                            config.name(),
                            config.version(),
                            network,
                            new Weights(network, weights),
                            input,
                            1.0,
                            List.of(),
                            manifest(config, training, kernels),
                            List.of()),
                    NumberType.F16);
            return bundle;
        }
    }

    private static ObjectNode manifest(TrainingConfig config, TrainingData training, Kernels kernels) {
        ObjectNode manifest = JSON.createObjectNode();
        manifest.set("configuration", JSON.valueToTree(config));
        manifest.put("kernels", kernels.name());
        manifest.put("crops", (long) config.steps() * config.batchSize());
        ObjectNode sets = manifest.putObject("datasets");
        training.catalogs()
                .forEach(catalog -> sets.putObject(catalog.name())
                        .put(
                                "pictures",
                                training.tiles().stream()
                                        .filter(tile -> tile.set().equals(catalog.name()))
                                        .count())
                        .put("licence", catalog.licence().terms())
                        .put("licenceClass", catalog.licence().kind().label())
                        .put("citation", catalog.licence().citation()));
        return manifest;
    }
}
