package io.treehouse.server.http;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.inference.classify.ZoneRequest;
import io.treehouse.inference.scene.MemoryBusyException;
import io.treehouse.inference.scene.WindowProgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Answers with the number of the tile's bytes, so that tests see whether an upload arrived whole. */
final class FakeTiles implements TileService {
    /** Counted down by a test to let tiles that say "wait" go on. */
    final CountDownLatch release = new CountDownLatch(1);

    final CountDownLatch waiting = new CountDownLatch(1);

    final CountDownLatch bothWait = new CountDownLatch(2);

    /** Counted down when a tile that waits is given up. */
    final CountDownLatch interrupted = new CountDownLatch(1);

    /** The file of the last tile. */
    volatile Path lastImage;

    @Override
    public Object classify(TileOrder request, WindowProgress progress) {
        try {
            lastImage = request.image();
            byte[] bytes = Files.readAllBytes(request.image());
            String text = new String(bytes, 0, Math.min(bytes.length, 20), StandardCharsets.ISO_8859_1);
            if (text.startsWith("wait")) {
                progress.windows(3, 4);
                waiting.countDown();
                bothWait.countDown();
                release.await();
            }
            if (text.startsWith("fault")) {
                throw new IllegalStateException("a fault of the program");
            }
            if (text.startsWith("memory")) {
                throw new MemoryBusyException("All memory is in use");
            }
            if (text.startsWith("path")) {
                throw new InputProblem(
                        InputProblem.Kind.UNREADABLE_RASTER, request.image() + ": cut off", "Send it all.");
            }
            if (text.startsWith("unreadable")) {
                throw new InputProblem(InputProblem.Kind.UNREADABLE_RASTER, "This is no image.", "Send an image.");
            }
            if (request.outputs().classMap().isPresent()) {
                Files.writeString(request.outputs().classMap().get(), "II*");
            }
            if (request.outputs().probabilities().isPresent()) {
                Files.writeString(request.outputs().probabilities().get(), "probabilities");
            }
            Optional<Path> figures = request.zones().flatMap(ZoneRequest::figures);
            if (figures.isPresent()) {
                Files.writeString(figures.get(), "figures of zones");
            }
            if (request.outputs().overlay().isPresent()) {
                Files.writeString(request.outputs().overlay().get(), "\u0089PNG", StandardCharsets.ISO_8859_1);
            }
            long zonesBytes = request.zones().isPresent()
                    ? Files.size(request.zones().get().polygons())
                    : 0;
            return Map.of("bytes", bytes.length, "parameters", request.parameters(), "zonesBytes", zonesBytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            interrupted.countDown();
            throw new IllegalStateException(e);
        }
    }
}
