package io.treehouse.inference.job;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.raster.RasterOptions;
import io.treehouse.datasets.raster.RgbGeoTiff;
import io.treehouse.datasets.vector.FeatureFormat;
import io.treehouse.inference.classify.ObjectOutputs;
import io.treehouse.inference.classify.TileClassification;
import io.treehouse.inference.classify.TileClassifier;
import io.treehouse.inference.classify.TileOutputs;
import io.treehouse.inference.classify.TileRequest;
import io.treehouse.inference.scene.EngineWindows;
import io.treehouse.inference.scene.WindowClassifier;
import io.treehouse.inference.scene.WindowProgress;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.bundle.ModelInput;
import io.treehouse.model.bundle.TestModels;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.engine.EngineOptions;
import io.treehouse.model.engine.EnginePool;
import io.treehouse.model.engine.PrecisionChoice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SceneJobTest {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 230;

    @TempDir
    Path folder;

    private final AtomicInteger calls = new AtomicInteger();

    /** What happens when the network is asked about a window, by the number of the call. */
    private volatile Events events = call -> {};

    private TileClassifier classifier;

    private interface Events {
        void at(int call);
    }

    @BeforeEach
    void open() {
        TrainedModel tiny = TestModels.tiny();
        TrainedModel model = new TrainedModel(
                tiny.name(),
                tiny.version(),
                tiny.network(),
                tiny.weights(),
                new ModelInput(ModelInput.RGB, 127, 128, 0.5, 64, 16),
                tiny.temperature(),
                tiny.precisionCosts(),
                tiny.training(),
                tiny.errors(),
                tiny.quantization());
        EnginePool engines = EnginePool.open(model, new EngineOptions(PrecisionChoice.EXACT, 2));
        EngineWindows windows = new EngineWindows(engines);
        WindowClassifier watched = new WindowClassifier() {
            @Override
            public void logits(int height, int width, float[] rgb, float[] logits) {
                events.at(calls.incrementAndGet());
                windows.logits(height, width, rgb, logits);
            }

            @Override
            public int enlargement() {
                return windows.enlargement();
            }
        };
        classifier = TileClassifier.of(new ModelBundle(model, "ab".repeat(32)), engines, watched, "1");
    }

    @AfterEach
    void close() {
        classifier.close();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5, 1.3})
    void aJobThatEndedAnywhereGoesOnWithTheSameResultByteByByte(double gsdMetres) throws Exception {
        Path scene = scene(gsdMetres);
        TileClassification expected = job(scene, "whole").result();
        int total = calls.get();
        for (int fatal : new int[] {1, 2, total / 2, total}) {
            calls.set(0);
            events = call -> {
                if (call == fatal) {
                    throw new UncheckedIOException(new IOException("the disk is gone"));
                }
            };
            assertThrows(UncheckedIOException.class, () -> job(scene, "resumed"));
            events = call -> {};
            assertEquals(List.of(), results("resumed"));

            calls.set(0);
            Outcome resumed = job(scene, "resumed");

            assertEquals(total - resumed.fromBefore(), calls.get(), "fatal call " + fatal);
            assertTrue(resumed.fromBefore() >= fatal - 2, resumed + " after " + fatal);
            assertEquals(expected.classes(), resumed.result().classes());
            assertEquals(expected.objects(), resumed.result().objects());
            assertEquals(expected.warnings(), resumed.result().warnings());
            assertEquals(List.of("scene.classes.tif", "scene.geojson"), results("resumed"));
            for (String name : results("resumed")) {
                assertArrayEquals(
                        Files.readAllBytes(folder.resolve("whole").resolve(name)),
                        Files.readAllBytes(folder.resolve("resumed").resolve(name)));
            }
            assertFalse(Files.exists(working("resumed")));
            Files.delete(folder.resolve("resumed/scene.classes.tif"));
            Files.delete(folder.resolve("resumed/scene.geojson"));
        }
    }

    @Test
    void aCancelledJobKeepsWhatIsFinishedAndNothingIsVisible() throws Exception {
        Path scene = scene(0.5);
        try (SceneJob job = SceneJob.open(classifier, request(scene, "out"), working("out"))) {
            events = call -> {
                if (call == 9) {
                    job.cancel();
                }
            };
            assertThrows(InterruptedException.class, () -> job.run(WindowProgress.NONE));
            assertThrows(InterruptedException.class, () -> job.run(WindowProgress.NONE));
        }
        assertEquals(List.of(), results("out"));
        assertEquals(List.of(working("out")), SceneJob.abandoned(folder.resolve("out")));

        assertTrue(job(scene, "out").fromBefore() >= 7);
    }

    @Test
    void anInputThatChangesMeanwhileIsRefusedAndNothingIsKept() throws Exception {
        Path scene = scene(0.5);
        events = call -> {
            if (call == 5) {
                touch(scene);
            }
        };

        InputProblem problem = assertThrows(InputProblem.class, () -> job(scene, "out"));

        assertTrue(problem.getMessage().contains("changed"), problem.getMessage());
        assertEquals(List.of(), results("out"));
        assertFalse(Files.exists(working("out")));
    }

    @Test
    void anotherInputStartsAnewAndSaysWhy() throws Exception {
        Path scene = scene(0.5);
        endAfter(10, scene);
        touch(scene);
        calls.set(0);

        Outcome anew = job(scene, "out");

        assertEquals(Optional.of("the input"), anew.changed());
        assertEquals(0, anew.fromBefore());
        assertTrue(calls.get() > 10);
    }

    @Test
    void otherParametersStartAnewAndOtherResultsDoNot() throws Exception {
        Path scene = scene(0.5);
        endAfter(10, scene);
        TileRequest dated = request(scene, "out", RasterOptions.NONE, "2026-05-01");
        try (SceneJob job = SceneJob.open(classifier, dated, working("out"))) {
            assertTrue(job.windowsFromBefore() > 0);
        }
        TileRequest scaled = request(scene, "out", RasterOptions.NONE.withGsdMetres(0.5), null);
        try (SceneJob job = SceneJob.open(classifier, scaled, working("out"))) {
            assertEquals(Optional.of("the parameters"), job.changed());
        }
    }

    @Test
    void unfinishedFilesOfARunThatWasKilledAreDeleted() throws Exception {
        Path scene = scene(0.5);
        endAfter(10, scene);
        Files.writeString(working("out").resolve(".left.part"), "half a map");

        SceneJob.open(classifier, request(scene, "out"), working("out")).close();

        try (Stream<Path> left = Files.list(working("out"))) {
            assertEquals(List.of("journal", "lock"), names(left));
        }
    }

    @Test
    void twoJobsDoNotShareAFolder() throws Exception {
        Path scene = scene(0.5);
        try (SceneJob first = SceneJob.open(classifier, request(scene, "out"), working("out"))) {
            InputProblem refused = assertThrows(
                    InputProblem.class, () -> SceneJob.open(classifier, request(scene, "out"), working("out")));
            assertTrue(refused.getMessage().contains("Another run"), refused.getMessage());
            assertEquals(List.of(), SceneJob.abandoned(folder.resolve("out")));
            first.run(WindowProgress.NONE);
            first.finish();
        }
        assertEquals(List.of("scene.classes.tif", "scene.geojson"), results("out"));
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws Exception {
        Path scene = scene(0.5);
        Path file = Files.writeString(folder.resolve("file"), "");

        IOException refused = assertThrows(
                IOException.class, () -> SceneJob.open(classifier, request(scene, "out"), file.resolve("work")));

        assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
    }

    /** A finished job. */
    private record Outcome(TileClassification result, int fromBefore, Optional<String> changed) {}

    private Outcome job(Path scene, String out) throws IOException, InterruptedException {
        try (SceneJob job = SceneJob.open(classifier, request(scene, out), working(out))) {
            TileClassification result = job.run(WindowProgress.NONE);
            job.finish();
            return new Outcome(result, job.windowsFromBefore(), job.changed());
        }
    }

    /** A run that ends with a fault at some window. */
    private void endAfter(int windows, Path scene) {
        events = call -> {
            if (call == windows) {
                throw new UncheckedIOException(new IOException("the disk is gone"));
            }
        };
        assertThrows(UncheckedIOException.class, () -> job(scene, "out"));
        events = call -> {};
    }

    private TileRequest request(Path scene, String out) throws IOException {
        return request(scene, out, RasterOptions.NONE, null);
    }

    private TileRequest request(Path scene, String out, RasterOptions options, String date) throws IOException {
        Path results = Files.createDirectories(folder.resolve(out));
        return new TileRequest(
                scene,
                options,
                Long.MAX_VALUE,
                "scene",
                date,
                new TileOutputs(
                        Optional.of(results.resolve("scene.classes.tif")),
                        true,
                        Optional.empty(),
                        ObjectOutputs.file(results.resolve("scene.geojson"), FeatureFormat.GEOJSON)));
    }

    private Path working(String out) {
        return folder.resolve(out).resolve(".scene.unfinished");
    }

    private List<String> results(String out) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(out))) {
            return names(files.filter(Files::isRegularFile));
        }
    }

    private static List<String> names(Stream<Path> files) {
        return files.map(file -> file.getFileName().toString()).sorted().toList();
    }

    /** Patches of noise. */
    private Path scene(double gsdMetres) {
        Path file = folder.resolve("scene.tif");
        RgbGeoTiff.write(file, WIDTH, HEIGHT, gsdMetres, (row, rgb) -> {
            Random random = new Random(row / 20);
            for (int x = 0; x < WIDTH; x++) {
                int colour = x % 15 == 0 ? random.nextInt() : 0;
                for (int c = 0; c < 3; c++) {
                    rgb[3 * x + c] = (byte) (x % 15 == 0 ? colour >> 8 * c : rgb[3 * x + c - 3] + random.nextInt(9));
                }
            }
        });
        return file;
    }

    private static void touch(Path file) {
        try {
            Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(1_700_000_000_000L));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
