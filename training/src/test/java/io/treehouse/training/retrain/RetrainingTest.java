package io.treehouse.training.retrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.model.engine.EngineOptions;
import io.treehouse.model.registry.ModelId;
import io.treehouse.model.registry.ModelRegistry;
import io.treehouse.model.registry.ModelVersion;
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
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model of one step on an old town is retrained for two steps on a new one. */
class RetrainingTest {
    private static final int SIZE = 32;

    @TempDir
    private Path folder;

    private ModelRegistry registry;

    private void trainTheStart() throws Exception {
        drawTown("old", 90);
        drawTown("new", 160);
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
        Path start = TrainingRun.run(TrainingConfigFile.read(config), folder, folder, folder, folder.resolve("start"));
        registry = new ModelRegistry(folder.resolve("registry"), start);
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

    private static RetrainingRequest request(List<Path> catalogs, double replayShare) {
        return new RetrainingRequest(catalogs, Optional.empty(), Optional.empty(), replayShare, 2, 0, 1e-4);
    }

    private RetrainingRequest request() {
        return request(List.of(folder.resolve("new/dataset.json")), 0.25);
    }

    private Decision retrain(Path output) throws Exception {
        return new Retraining(registry, new DataPlaces(folder, folder, folder), output)
                .run(
                        request(),
                        new PromotionGate(registry, PromotionRule.DEFAULT, EngineOptions.defaults()),
                        false,
                        false,
                        "anna");
    }

    @Test
    void itEndsWithAMeasuredCandidateAndAReportAndDoesNothingTwice() throws Exception {
        trainTheStart();
        Path output = folder.resolve("run");

        Decision decision = retrain(output);

        ModelVersion candidate = registry.state().get(ModelId.parse("tiny@1-r1"));
        assertEquals(Optional.of(ModelId.parse("tiny@1")), candidate.facts().parent());
        JsonNode report =
                new ObjectMapper().readTree(output.resolve("report.json").toFile());
        assertEquals("tiny@1-r1", report.get("candidate").asText());
        assertEquals(decision.inWords(), report.get("decision").asText());
        assertEquals(0.25, report.at("/sets/old").asDouble());
        assertEquals(0.75, report.at("/sets/new").asDouble());
        assertEquals("tiny@1", report.get("start").asText());
        assertTrue(
                Files.readString(output.resolve("report.md"))
                        .contains("## New places\n\n| intersection over union | before |"),
                "see report.md");
        JsonNode manifest = registry.bundle(candidate.id()).model().training();
        assertEquals(2, manifest.at("/configuration/steps").asInt());
        assertEquals("tiny@1-r1", candidate.id().toString());
        assertEquals("1-r2", Retraining.nextVersion(registry, ModelId.parse("tiny@1-r1")));

        retrain(output);

        assertEquals(2, registry.state().versions().size());

        // What a run leaves that was killed when its training was done and nothing published.
        registry = new ModelRegistry(folder.resolve("other"), folder.resolve("start/model.zip"));
        retrain(output);

        assertEquals(
                candidate.facts().sha256(),
                registry.state().get(candidate.id()).facts().sha256());
    }

    @Test
    void theMixtureKeepsTheRelationOfTheKnownSetsAndTheShareOfTheNewOnes() {
        assertEquals(
                Map.of("a", 0.125, "b", 0.375, "c", 0.5),
                RetrainingSettings.mixture(Map.of("a", 1.0, "b", 3.0, "c", 5.0), List.of("c"), 0.5));
        assertEquals(Map.of("c", 1.0), RetrainingSettings.mixture(Map.of("a", 1.0), List.of("c"), 0));
        assertThrows(InputProblem.class, () -> RetrainingSettings.mixture(Map.of(), List.of("c"), 0.4));
    }

    @Test
    void requestsThatMakeNoSenseAreRefused() {
        assertThrows(InputProblem.class, () -> request(List.of(), 0.5));
        assertThrows(InputProblem.class, () -> request(List.of(folder), 1));
    }
}
