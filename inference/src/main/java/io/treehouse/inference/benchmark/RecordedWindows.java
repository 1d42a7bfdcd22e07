package io.treehouse.inference.benchmark;

import io.treehouse.inference.scene.WindowClassifier;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** Stands between a scene and the engines, and keeps the size of every window and the time that the engines took. */
final class RecordedWindows implements WindowClassifier {
    /** Rows and columns of a window. */
    record Size(int height, int width) {}

    private final WindowClassifier engines;
    private final ConcurrentLinkedQueue<Size> sizes = new ConcurrentLinkedQueue<>();
    private final LongAdder nanos = new LongAdder();

    RecordedWindows(WindowClassifier engines) {
        this.engines = engines;
    }

    @Override
    public void logits(int height, int width, float[] rgb, float[] logits) throws InterruptedException {
        long start = System.nanoTime();
        engines.logits(height, width, rgb, logits);
        nanos.add(System.nanoTime() - start);
        sizes.add(new Size(height, width));
    }

    @Override
    public int enlargement() {
        return engines.enlargement();
    }

    /** The windows so far. */
    List<Size> sizes() {
        return List.copyOf(sizes);
    }

    /** Seconds that all engines together were busy. */
    double busySeconds() {
        return nanos.sum() / 1e9;
    }

    /** Begins anew. */
    void clear() {
        sizes.clear();
        nanos.reset();
    }
}
