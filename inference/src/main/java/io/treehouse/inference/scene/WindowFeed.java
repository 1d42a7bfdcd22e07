package io.treehouse.inference.scene;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Reads a scene ahead of the network and sends its windows there, row by row in the order of the layout, each row from the
 * left. One thread reads, another takes the windows' logits in the same order; a bounded number of windows is between the two.
 */
final class WindowFeed {
    private static final float[] NO_IMAGERY = {};

    private final SceneLayout layout;
    private final List<ImageStrip> strips;
    private final WindowClassifier classifier;
    private final WindowMemory memory;
    private final WindowWorkers.Line workers;
    private final int buffers;
    private final BlockingQueue<WindowBuffer> free;
    private final BlockingQueue<Future<float[]>> ahead;
    private volatile boolean abandoned;
    private int buffersHome;

    /**
     * @param strips what is read of each grid
     * @param workers run the network
     * @param buffers windows that are cut out at the same time
     */
    WindowFeed(
            SceneLayout layout,
            List<ImageStrip> strips,
            WindowClassifier classifier,
            WindowMemory memory,
            WindowWorkers.Line workers,
            int buffers) {
        this.layout = layout;
        this.strips = List.copyOf(strips);
        this.classifier = classifier;
        this.memory = memory;
        this.workers = workers;
        this.buffers = Math.min(buffers, layout.windows());
        free = new ArrayBlockingQueue<>(this.buffers);
        for (int i = 0; i < this.buffers; i++) {
            free.add(new WindowBuffer(layout.windowPixels()));
        }
        ahead = new ArrayBlockingQueue<>(layout.windowsAhead(buffers));
    }

    /** Reading thread: sends all windows; a fault is told to whoever takes them. */
    void run() {
        try {
            for (WindowRow row : layout.order()) {
                send(row);
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

    /** What no window asks for is read all the same, since its validity counts, but not brought to the grid. */
    private void send(WindowRow row) throws InterruptedException {
        AxisWindows rows = layout.look(row).rows();
        ImageStrip strip = strips.get(row.grid());
        int next = layout.after(row)
                .map(after -> layout.look(after).rows().start(after.row()))
                .orElse(rows.end(row.row()));
        if (isAsked(row)) {
            strip.moveTo(rows.start(row.row()), rows.end(row.row()));
        } else {
            strip.skipTo(next);
        }
        for (int column = 0; column < layout.look(row).columns().count(); column++) {
            ahead.put(begin(row, column));
        }
        strip.skipTo(next);
    }

    /** Whether a window of this row has still to be classified; several looks at a grid have one row each, of the same pixels. */
    private boolean isAsked(WindowRow row) {
        return layout.order().stream()
                .filter(other -> other.grid() == row.grid() && other.row() == row.row())
                .flatMapToInt(other -> IntStream.range(
                        other.firstWindow(),
                        other.firstWindow() + layout.look(other).columns().count()))
                .anyMatch(window -> !memory.holds(window));
    }

    private Future<float[]> begin(WindowRow row, int column) throws InterruptedException {
        int window = row.firstWindow() + column;
        if (memory.holds(window)) {
            return CompletableFuture.completedFuture(memory.recall(window));
        }
        WindowBuffer buffer = free.take();
        try {
            if (buffer.load(strips.get(row.grid()), layout.look(row), row.row(), column)) {
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
