package io.treehouse.inference.classify;

import io.treehouse.inference.scene.WindowClassifier;
import java.time.Duration;

/**
 * The network, with somebody who is told how long it takes.
 *
 * @param network the network
 * @param observer is told
 */
record ObservedWindows(WindowClassifier network, TileObserver observer) implements WindowClassifier {
    @Override
    public void logits(int height, int width, float[] rgb, float[] logits) throws InterruptedException {
        long start = System.nanoTime();
        network.logits(height, width, rgb, logits);
        observer.window(Duration.ofNanos(System.nanoTime() - start));
    }

    @Override
    public int enlargement() {
        return network.enlargement();
    }
}
