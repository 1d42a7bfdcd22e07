package io.treehouse.inference.scene;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * Reads a scene ahead of the network and sends its windows there, row by row from the top, each from the left. One thread
 * reads, another takes the windows' logits in the same order; a bounded number of windows is between the two.
 */
final class WindowFeed {
    private static final float[] NO_IMAGERY = {};

    private final AxisWindows rows;
    private final AxisWindows columns;
    private final ImageStrip image;
    private final WindowClassifier classifier;
    private final WindowMemory memory;
    private final WindowWorkers.Line workers;
    private final int buffers;
    private final BlockingQueue<WindowBuffer> free;
    private final BlockingQueue<Future<float[]>> ahead;
    private volatile boolean abandoned;
    private int buffersHome;

    /**
     * @param workers run the network
     * @param buffers windows that are cut out at the same time
     */
    WindowFeed(
            SceneLayout layout,
            ImageStrip image,
            WindowClassifier classifier,
            WindowMemory memory,
            WindowWorkers.Line workers,
            int buffers) {
        rows = layout.rowWindows();
        columns = layout.columnWindows();
        this.image = image;
        this.classifier = classifier;
        this.memory = memory;
        this.workers = workers;
        this.buffers = Math.min(buffers, layout.windows());
        free = new ArrayBlockingQueue<>(this.buffers);
        for (int i = 0; i < this.buffers; i++) {
            free.add(new WindowBuffer(rows, columns));
        }
        ahead = new ArrayBlockingQueue<>(layout.windowsAhead(buffers));
    }

    /** Reading thread: sends all windows; a fault is told to whoever takes them. */
    void run() {
        try {
            for (int row = 0; row < rows.count(); row++) {
                read(row);
                for (int column = 0; column < columns.count(); column++) {
                    ahead.put(begin(row, column));
                }
            }
        } catch (InterruptedException abandonedByCaller) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error fault) {
            tell(fault);
        }
    }

    private void tell(Throwable fault) {
        try {
            ahead.put(CompletableFuture.failedFuture(fault));
        } catch (InterruptedException abandonedByCaller) {
            Thread.currentThread().interrupt();
        }
    }

    /** What no window asks for is read all the same, since its validity counts, but not brought to the model's grid. */
    private void read(int row) {
        for (int column = 0; column < columns.count(); column++) {
            if (!memory.holds(number(row, column))) {
                image.moveTo(rows.start(row), rows.end(row));
                return;
            }
        }
        image.skipTo(row == rows.count() - 1 ? rows.end(row) : rows.start(row + 1));
    }

    private Future<float[]> begin(int row, int column) throws InterruptedException {
        int window = number(row, column);
        if (memory.holds(window)) {
            return CompletableFuture.completedFuture(memory.recall(window));
        }
        WindowBuffer buffer = free.take();
        try {
            if (buffer.load(image, row, column)) {
                return workers.submit(() -> classify(window, buffer));
            }
        } catch (RuntimeException fault) {
            free.add(buffer);
            throw fault;
        }
        free.add(buffer);
        memory.keep(window, NO_IMAGERY);
        return CompletableFuture.completedFuture(NO_IMAGERY);
    }

    private float[] classify(int window, WindowBuffer buffer) throws InterruptedException {
        try {
            if (abandoned) {
                return NO_IMAGERY;
            }
            float[] logits = buffer.classify(classifier);
            memory.keep(window, logits);
            return logits;
        } finally {
            free.add(buffer);
        }
    }

    private int number(int row, int column) {
        return row * columns.count() + column;
    }

    /** Taking thread: the logits of the next window; of length 0 if it has no imagery. */
    float[] next() throws InterruptedException {
        try {
            return ahead.take().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException("A window of a scene could not be classified", e.getCause());
        }
    }

    /** Windows that wait are dropped from now on. */
    void abandon() {
        abandoned = true;
    }

    /** Waits for the windows at the network; the reading thread must have ended. */
    void awaitWorkers() throws InterruptedException {
        for (; buffersHome < buffers; buffersHome++) {
            free.take();
        }
    }
}
