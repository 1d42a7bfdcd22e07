package io.treehouse.training.retrain;

import io.treehouse.model.engine.EngineOptions;
import io.treehouse.model.registry.ModelRegistry;
import io.treehouse.training.fit.TrainingConfigFile;
import io.treehouse.training.fit.TrainingRun;
import io.treehouse.training.promote.Decision;
import io.treehouse.training.promote.PromotionGate;
import io.treehouse.training.promote.PromotionRule;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/** An old town with a model of one step, and a new one; a retraining takes seconds. */
final class TinyTowns {
    private static final int SIZE = 32;

    private final Path folder;

    private TinyTowns(Path folder) {
        this.folder = folder;
    }

    /** Draws the towns and trains the model of the old one. */
    static TinyTowns draw(Path folder) throws IOException, InterruptedException {
        TinyTowns towns = new TinyTowns(folder);
        towns.drawTown("old", 90);
        towns.drawTown("new", 160);
        Files.writeString(folder.resolve("locked.csv"), "set,pattern\n");
        Files.writeString(folder.resolve("validation.csv"), "set,pattern\nold,^validation\nnew,^validation\n");
        Path config = Files.writeString(folder.resolve("config.yaml"), """
                name: tiny
                version: "1"
                sets: {old: 1}
                decoderWidth: 8
                headWidth: 8
                cropSize: 32
                batchSize: 1
                steps: 1
                warmupSteps: 0
                kernels: nd4j
                """);
        TrainingRun.run(TrainingConfigFile.read(config), folder, folder, folder, folder.resolve("start"));
        return towns;
    }

    private void drawTown(String name, int grey) throws IOException {
        Files.createDirectories(folder.resolve(name));
        Files.writeString(folder.resolve(name).resolve("dataset.json"), """
                {"name": "%s", "images": "images/*.png", "gsdMetres": 0.5,
                 "legend": {"0": {"classes": ["other"]}, "1": {"classes": ["water"]}}}
                """.formatted(name));
        for (String picture : List.of("training", "validation")) {
            draw(folder.resolve(name).resolve("images").resolve(picture + ".png"), grey);
            draw(folder.resolve(name).resolve("masks").resolve(picture + ".png"), 1);
        }
    }

    private static void draw(Path file, int left) throws IOException {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
        int[] values = new int[SIZE * SIZE];
        Arrays.fill(values, left);
        image.getRaster().setSamples(0, 0, SIZE / 2, SIZE, 0, values);
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }

    /** A registry whose first version is the model of the old town. */
    ModelRegistry registry(String name) {
        return new ModelRegistry(folder.resolve(name), folder.resolve("start/model.zip"));
    }

    /** What is asked for unless a test changes it. */
    RetrainingRequest request(int steps) {
        return new RetrainingRequest(
                List.of(folder.resolve("new/dataset.json")),
                Optional.empty(),
                Optional.empty(),
                0.25,
                0.2,
                steps,
                0,
                1e-4);
    }

    /** Retrains, or goes on. */
    Decision retrain(ModelRegistry registry, RetrainingRequest request, Path output, boolean promote)
            throws IOException, InterruptedException {
        return new Retraining(registry, new DataPlaces(folder, folder, folder), output)
                .run(
                        request,
                        new PromotionGate(registry, PromotionRule.DEFAULT, EngineOptions.defaults()),
                        false,
                        promote,
                        "anna");
    }

    /** A retraining in a process of its own: folder of the towns, name of the registry, output, steps. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        TinyTowns towns = new TinyTowns(Path.of(arguments[0]));
        towns.retrain(
                towns.registry(arguments[1]),
                towns.request(Integer.parseInt(arguments[3])),
                Path.of(arguments[2]),
                true);
    }
}
