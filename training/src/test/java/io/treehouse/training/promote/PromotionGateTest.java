package io.treehouse.training.promote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.catalog.CatalogReader;
import io.treehouse.datasets.catalog.Split;
import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.inference.scene.PixelProbabilities;
import io.treehouse.model.bundle.BundleWriter;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.bundle.NumberType;
import io.treehouse.model.bundle.TestModels;
import io.treehouse.model.engine.EngineOptions;
import io.treehouse.model.registry.Change;
import io.treehouse.model.registry.ModelId;
import io.treehouse.model.registry.ModelRegistry;
import io.treehouse.model.registry.RegistryEvent;
import io.treehouse.training.evaluate.ModelClassMaps;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two tiny models on pictures of noise, whose labels are what the second one sees: it cannot be beaten. */
class PromotionGateTest {
    private static final int SIZE = 64;
    private static final ModelId FIRST = ModelId.parse("test-model@1");
    private static final ModelId SECOND = ModelId.parse("test-model@2");

    @TempDir
    Path folder;

    private ModelRegistry registry;
    private PromotionGate gate;
    private GatePlaces places;

    @BeforeEach
    void draw() throws Exception {
        registry = new ModelRegistry(folder.resolve("registry"), bundle("1"));
        registry.add(bundle("2"), Optional.empty(), new Change("tester", ""));
        gate = new PromotionGate(registry, PromotionRule.DEFAULT, EngineOptions.defaults());
        try (ModelClassMaps second = ModelClassMaps.open(registry.bundle(SECOND), EngineOptions.defaults())) {
            for (int i = 0; i < 3; i++) {
                picture("place" + i, i, second);
            }
        }
        Path catalog = Files.writeString(folder.resolve("dataset.json"), """
                {"name": "drawn", "images": "images/*.png", "gsdMetres": 0.5,
                 "legend": {"0": {"classes": ["other"]}, "1": {"classes": ["built_up"]},
                            "2": {"classes": ["building"]}, "3": {"classes": ["water"]},
                            "4": {"classes": ["tree_canopy"]}}}
                """);
        Catalog drawn = CatalogReader.read(catalog, folder);
        Files.writeString(folder.resolve("locked.csv"), "set,pattern\n");
        Files.writeString(folder.resolve("validation.csv"), "set,pattern\ndrawn,^place\n");
        places = new GatePlaces(List.of(drawn), List.of(), Split.read(folder), false);
    }

    private Path bundle(String version) {
        Path file = folder.resolve(version + ".zip");
        ModelBundle written =
                BundleWriter.write(file, TestModels.tiny(version, Long.parseLong(version)), NumberType.F16);
        assertEquals(version, written.model().version());
        return file;
    }

    private void picture(String name, long seed, ModelClassMaps labeller) throws Exception {
        byte[] rgb = new byte[SIZE * SIZE * 3];
        new Random(seed).nextBytes(rgb);
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        BufferedImage mask = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
        byte[] classes = labeller.classify(
                new LabelledTile("drawn", name, name, SIZE, SIZE, rgb, new byte[SIZE * SIZE], 0.5),
                PixelProbabilities.NONE);
        for (int i = 0; i < SIZE * SIZE; i++) {
            image.setRGB(
                    i % SIZE,
                    i / SIZE,
                    (rgb[3 * i] & 255) << 16 | (rgb[3 * i + 1] & 255) << 8 | (rgb[3 * i + 2] & 255));
            mask.getRaster().setSample(i % SIZE, i / SIZE, 0, classes[i]);
        }
        write(image, "images/" + name);
        write(mask, "masks/" + name);
    }

    private void write(BufferedImage picture, String name) throws IOException {
        Path file = folder.resolve(name + ".png");
        Files.createDirectories(file.getParent());
        ImageIO.write(picture, "png", file.toFile());
    }

    @Test
    void aBetterCandidateIsPromotedWithItsFiguresAndAWorseOneStaysACandidate() throws Exception {
        Decision better = gate.decideAndPromote(SECOND, places, "anna");

        assertTrue(better.passes(), better.inWords());
        assertEquals(SECOND, registry.state().promoted().id());
        RegistryEvent measured = registry.state().history(SECOND).get(1);
        assertEquals("gate, asked by anna", measured.change().by());
        assertEquals(better.inWords(), measured.change().reason());
        JsonNode figures = new ObjectMapper()
                .readTree(registry.documentFile(SECOND, measured.document().orElseThrow())
                        .toFile());
        assertEquals(1.0, figures.at("/validation/meanIouAfter").asDouble(), 1e-12);

        Decision worse = gate.decideAndPromote(FIRST, places, "anna");

        assertFalse(worse.passes());
        assertTrue(worse.inWords().startsWith("stays a candidate: "), worse.inWords());
        assertEquals(SECOND, registry.state().promoted().id());
        List<RegistryEvent> history = registry.state().history(FIRST);
        assertEquals(worse.inWords(), history.get(history.size() - 1).change().reason());
    }

    @Test
    void decidingAlonePromotesNothing() throws Exception {
        assertTrue(gate.decide(SECOND, places, "anna").passes());

        assertEquals(FIRST, registry.state().promoted().id());
    }
}
