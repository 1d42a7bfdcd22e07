package io.treehouse.inference.classify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.treehouse.datasets.raster.ClassMapReader;
import io.treehouse.datasets.raster.RasterOptions;
import io.treehouse.inference.scene.WindowProgress;
import io.treehouse.model.bundle.BundleReader;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.engine.EngineOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tiles in work at the same time, with the model that ships in its default precision. */
class NeighboursTest {
    private static final Path SCENE =
            Path.of(System.getProperty("treehouse.home"), "datasets", "scenes", "virginia_naip_1m_rgbn.tif");

    @TempDir
    Path folder;

    private final TileClassifier classifier =
            TileClassifier.open(BundleReader.read(ModelBundle.shippedPath()), EngineOptions.defaults(), "test");
    private final ExecutorService callers = Executors.newFixedThreadPool(4);

    @AfterEach
    void close() {
        callers.shutdown();
        classifier.close();
    }

    @Test
    void doNotChangeABitOfAClassMap() throws Exception {
        Path noise = DrawnPng.write(folder.resolve("noise.png"), 255);
        byte[] sceneAlone = classMap(SCENE, "scene alone");
        byte[] noiseAlone = classMap(noise, "noise alone");

        List<Future<byte[]>> scenes = List.of(later(SCENE, "first"), later(SCENE, "second"));
        List<Future<byte[]>> noises = List.of(later(noise, "third"), later(noise, "fourth"), later(noise, "fifth"));

        for (Future<byte[]> map : scenes) {
            assertArrayEquals(sceneAlone, map.get());
        }
        for (Future<byte[]> map : noises) {
            assertArrayEquals(noiseAlone, map.get());
        }
    }

    @Test
    void aModelIsClosedAfterItsLastTileAndTakesNoMore() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Future<TileClassification> last = callers.submit(
                () -> classifier.classify(request(SCENE, TileOutputs.NONE), (done, total) -> begun.countDown()));
        begun.await();

        classifier.close();

        last.get();
        assertThrows(
                ModelClosedException.class,
                () -> classifier.classify(request(SCENE, TileOutputs.NONE), WindowProgress.NONE));
    }

    private Future<byte[]> later(Path tile, String name) {
        return callers.submit(() -> classMap(tile, name));
    }

    private byte[] classMap(Path tile, String name) throws Exception {
        Path map = folder.resolve(name + ".tif");
        classifier.classify(
                request(tile, new TileOutputs(Optional.of(map), false, Optional.empty())), WindowProgress.NONE);
        return ClassMapReader.read(map).classes();
    }

    private static TileRequest request(Path tile, TileOutputs outputs) {
        return new TileRequest(tile, RasterOptions.NONE, Long.MAX_VALUE, null, null, outputs);
    }
}
