package io.treehouse.inference.scene;

import io.treehouse.datasets.raster.RgbSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * One segmentation of one scene. The calling thread reads, blends and writes, all in the order of the windows (row by row
 * from the top, each from the left); workers only run the network, a few windows ahead. Used once.
 */
final class SceneRun {
    /** A window at the network; {@code classified} answers whether there was anything to classify. */
    private record WindowInWork(int row, int column, WindowBuffer buffer, Future<Boolean> classified) {}

    private final AxisWindows rows;
    private final AxisWindows columns;
    private final ImageStrip image;
    private final ProbabilityStrip blended;
    private final ClassRowWriter writer;
    private final WindowProgress progress;
    private final Deque<WindowBuffer> free = new ArrayDeque<>();
    private final Deque<WindowInWork> inWork = new ArrayDeque<>();
    private final int windows;
    private int windowsDone;
    private volatile boolean abandoned;

    SceneRun(RgbSource scene, SceneLayout layout, SceneOutput output, int buffers, WindowProgress progress) {
        rows = layout.rowWindows();
        columns = layout.columnWindows();
        windows = layout.windows();
        ValidityRows validity = new ValidityRows(scene.width());
        ModelRowReader reader = new ModelRowReader(scene, layout.columnsToModel(), layout.rowsToModel(), validity);
        image = new ImageStrip(reader, layout.modelWidth(), rows.windowLength());
        blended = new ProbabilityStrip(layout.modelWidth(), layout.probabilityRows());
        writer = new ClassRowWriter(blended, layout.rowsToScene(), layout.columnsToScene(), validity, output);
        this.progress = progress;
        for (int i = 0; i < Math.min(buffers, windows); i++) {
            free.add(new WindowBuffer(rows, columns));
        }
    }

    void run(WindowClassifier classifier, WindowWorkers.Line workers) throws InterruptedException {
        try {
            for (int row = 0; row < rows.count(); row++) {
                image.moveTo(rows.start(row), rows.end(row));
                for (int column = 0; column < columns.count(); column++) {
                    if (free.isEmpty()) {
                        finishOldest();
                    }
                    begin(row, column, classifier, workers);
                }
            }
            while (!inWork.isEmpty()) {
                finishOldest();
            }
        } finally {
            abandonRest();
        }
    }

    private void begin(int row, int column, WindowClassifier classifier, WindowWorkers.Line workers) {
        WindowBuffer buffer = free.removeFirst();
        Future<Boolean> classified = buffer.load(image, row, column)
                ? workers.submit(() -> classify(buffer, classifier))
                : CompletableFuture.completedFuture(false);
        inWork.addLast(new WindowInWork(row, column, buffer, classified));
    }

    private boolean classify(WindowBuffer buffer, WindowClassifier classifier) throws InterruptedException {
        if (!abandoned) {
            buffer.classify(classifier);
        }
        return true;
    }

    private void finishOldest() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("The segmentation of a scene was interrupted");
        }
        WindowInWork window = inWork.getFirst();
        if (hasProbabilities(window)) {
            blended.add(
                    rows,
                    window.row(),
                    columns,
                    window.column(),
                    window.buffer().probabilities());
        }
        inWork.removeFirst();
        free.addLast(window.buffer());
        if (window.column() == columns.count() - 1) {
            boolean last = window.row() == rows.count() - 1;
            writer.writeUpTo(last ? rows.end(window.row()) : rows.start(window.row() + 1));
        }
        progress.windows(++windowsDone, windows);
    }

    private static boolean hasProbabilities(WindowInWork window) throws InterruptedException {
        try {
            return window.classified().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException("A window of a scene could not be classified", e.getCause());
        }
    }

    /** After a fault or an interrupt: windows that wait are dropped, those at the network are waited for. */
    private void abandonRest() {
        abandoned = true;
        boolean interrupted = false;
        while (!inWork.isEmpty()) {
            try {
                inWork.getFirst().classified().get();
                inWork.removeFirst();
            } catch (ExecutionException e) {
                inWork.removeFirst();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
