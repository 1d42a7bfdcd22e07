package io.treehouse.training.fit;

import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.model.kernel.KernelChoice;
import io.treehouse.model.network.Activation;
import io.treehouse.model.network.NetworkSpec;
import io.treehouse.model.network.Node.Convolution;
import io.treehouse.model.network.Node.Resize;
import io.treehouse.training.licence.LicenceHeritage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Small drawn pictures and a network that learns them in seconds. */
final class DrawnTiles {
    static final NetworkSpec NETWORK = new NetworkSpec(
            "tiny",
            List.of(
                    new Convolution("stem", NetworkSpec.INPUT, 3, 2, 3, 8, false, Activation.RELU),
                    new Convolution("classes", "stem", 1, 1, 8, SurfaceClass.COUNT, false, Activation.NONE),
                    new Resize("logits", "classes", 2)));

    private DrawnTiles() {}

    /** Blue water on the left, a red roof in a green meadow on the right. */
    static LabelledTile townByALake(String set, int size) {
        byte[] rgb = new byte[3 * size * size];
        byte[] labels = new byte[size * size];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                SurfaceClass c = x < size / 2 ? SurfaceClass.WATER : SurfaceClass.OTHER;
                if (x > 5 * size / 8 && x < 7 * size / 8 && y > size / 4 && y < size / 2) {
                    c = SurfaceClass.BUILDING;
                }
                int pixel = y * size + x;
                labels[pixel] = (byte) ClassSet.of(c).bits();
                rgb[3 * pixel] = (byte) (c == SurfaceClass.BUILDING ? 180 : 40 + (x * 7 + y * 3) % 20);
                rgb[3 * pixel + 1] = (byte) (c == SurfaceClass.OTHER ? 140 : 60);
                rgb[3 * pixel + 2] = (byte) (c == SurfaceClass.WATER ? 150 : 50);
            }
        }
        return new LabelledTile(set, "lake", "place", size, size, rgb, labels, 0.5);
    }

    static TrainingConfig config(int steps) {
        TrainingConfig d = TrainingConfig.DEFAULTS;
        return new TrainingConfig(
                "tiny",
                "1",
                Map.of("drawn", 1.0),
                d.licences(),
                d.start(),
                d.selfLabels(),
                d.decoderWidth(),
                d.headWidth(),
                d.blurredStrides(),
                d.holdBlur(),
                32,
                d.scaleJitterShare(),
                d.scaleJitterLow(),
                d.scaleJitterHigh(),
                d.colourChangeShare(),
                d.sensorChangesApart(),
                d.jpegShare(),
                4,
                2,
                steps,
                d.stopAfterSteps(),
                0.01,
                1.0,
                d.weightDecay(),
                3,
                d.finalLearningRateShare(),
                d.gradientNormLimit(),
                d.diceWeight(),
                d.shiftConsistencyWeight(),
                d.borderSmoothing(),
                d.borderPixels(),
                0.9,
                5,
                10,
                d.patience(),
                1,
                7L,
                "nd4j");
    }

    static RunIdentity identity(TrainingConfig config) {
        return RunIdentity.of(config, KernelChoice.ND4J, data("drawn"));
    }

    /** One tile of a set. */
    static TrainingData data(String set) {
        return new TrainingData(List.of(), List.of(townByALake(set, 96)), Optional.empty());
    }

    static StartWeights untrained() {
        return new StartWeights(Map.of(), Set.of(), Map.of(), LicenceHeritage.NONE);
    }

    static CropSampler sampler(TrainingConfig config) {
        TileMixture tiles = new TileMixture(List.of(townByALake("drawn", 96)), Map.of());
        return new CropSampler(tiles, config.crops(0.5), config.augmentation(), config.seed());
    }

    static Trainer trainer(TrainingConfig config, StartWeights start, RunIdentity identity, Path output)
            throws IOException {
        return new Trainer(config, NETWORK, start, KernelChoice.ND4J, identity, Duration.ZERO, output);
    }

    /** Trains in a process of its own: {@code output steps}. */
    public static void main(String[] arguments) throws Exception {
        TrainingConfig config = config(Integer.parseInt(arguments[1]));
        try (Trainer trainer = trainer(config, untrained(), identity(config), Path.of(arguments[0]))) {
            trainer.run(sampler(config), (step, seconds, weights) -> {});
        }
    }
}
