package io.treehouse.model.layer;

import io.treehouse.datasets.scheme.SurfaceClass;

/** What some pixels add to the losses of {@link SetLoss}. Not thread-safe. */
final class LossSums {
    private static final int CLASSES = SurfaceClass.COUNT;

    /** Pixels whose label says something. */
    long known;

    /** Sum of their losses over sets of classes. */
    double negativeLog;

    /** Pixels that certainly are of a class. */
    final long[] pixels = new long[CLASSES];

    /** Sum of the probabilities of that class over these pixels. */
    final double[] overlap = new double[CLASSES];

    /** Sum of the probabilities of a class over all pixels with a certain label. */
    final double[] mass = new double[CLASSES];

    /** Adds a pixel with a certain label, whose probabilities begin at an index. */
    void addCertain(float[] p, int at, int labelled) {
        pixels[labelled]++;
        overlap[labelled] += p[at + labelled];
        for (int c = 0; c < CLASSES; c++) {
            mass[c] += p[at + c];
        }
    }

    /** Adds other pixels. */
    void add(LossSums other) {
        known += other.known;
        negativeLog += other.negativeLog;
        for (int c = 0; c < CLASSES; c++) {
            pixels[c] += other.pixels[c];
            overlap[c] += other.overlap[c];
            mass[c] += other.mass[c];
        }
    }
}
