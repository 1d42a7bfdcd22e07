package io.treehouse.model.engine;

import io.treehouse.datasets.scheme.SurfaceClass;

/**
 * From logits to probabilities: bilinear enlargement with half-pixel centres, clamped at the borders, and
 * softmax over the five classes. It works on one row at a time, each class in an array of its own, and the phases of the
 * enlargement one behind the other: long loops of that form are compiled to vector instructions. Not thread-safe.
 */
public final class ProbabilityHead {
    private static final int CLASSES = SurfaceClass.COUNT;

    /** One row of logits before the enlargement, by class, with one more pixel at either end. */
    private float[][] coarse = new float[CLASSES][0];
    /** The enlarged row, by class: first of all pixels the first phase, then of all the second… */
    private float[][] phases = new float[CLASSES][0];

    private float[] largest = new float[0];
    private float[] share = new float[0];
    private float[] planar = new float[0];

    /**
     * Sorts logits by class, as {@link #row} takes them.
     *
     * @param logits {@code [pixels, 5]}
     * @return {@code [5, pixels]}
     */
    public static float[] planes(float[] logits, int pixels) {
        float[] planes = new float[CLASSES * pixels];
        sort(logits, pixels, planes);
        return planes;
    }

    private static void sort(float[] logits, int pixels, float[] planes) {
        for (int c = 0; c < CLASSES; c++) {
            for (int i = 0; i < pixels; i++) {
                planes[c * pixels + i] = logits[i * CLASSES + c];
            }
        }
    }

    /**
     * Fills the probabilities of a window.
     *
     * @param logits {@code [height, width, 5]}
     * @param factor enlargement, at least 1
     * @param probabilities receives {@code [height * factor, width * factor, 5]}
     */
    void apply(float[] logits, int height, int width, int factor, float[] probabilities) {
        int pixels = height * width;
        planar = planar.length < CLASSES * pixels ? new float[CLASSES * pixels] : planar;
        sort(logits, pixels, planar);
        for (int y = 0; y < height * factor; y++) {
            fill(planar, height, width, factor, y);
            for (int p = 0; p < factor; p++) {
                store(p * width, width, probabilities, (y * width * factor + p) * CLASSES, factor * CLASSES);
            }
        }
    }

    /**
     * Fills the probabilities of one row of pixels of a window.
     *
     * @param logits {@code [5, height, width]}
     * @param factor enlargement, at least 1
     * @param y row, 0…{@code height * factor - 1}
     * @param planes receives for each class {@code [width * factor]}
     */
    public void row(float[] logits, int height, int width, int factor, int y, float[][] planes) {
        fill(logits, height, width, factor, y);
        for (int c = 0; c < CLASSES; c++) {
            for (int p = 0; p < factor; p++) {
                spread(phases[c], p * width, width, planes[c], p, factor);
            }
        }
    }

    private static void spread(float[] values, int from, int length, float[] spread, int to, int stride) {
        for (int x = 0; x < length; x++) {
            spread[to + x * stride] = values[from + x];
        }
    }

    private void store(int from, int length, float[] probabilities, int to, int stride) {
        float[] first = phases[0];
        float[] second = phases[1];
        float[] third = phases[2];
        float[] fourth = phases[3];
        float[] fifth = phases[4];
        for (int x = 0; x < length; x++) {
            int at = to + x * stride;
            probabilities[at] = first[from + x];
            probabilities[at + 1] = second[from + x];
            probabilities[at + 2] = third[from + x];
            probabilities[at + 3] = fourth[from + x];
            probabilities[at + 4] = fifth[from + x];
        }
    }

    /** Makes the phases of an enlarged row. */
    private void fill(float[] logits, int height, int width, int factor, int y) {
        makeRoom(width, factor);
        blendRows(logits, height, width, y, factor);
        for (int c = 0; c < CLASSES; c++) {
            for (int p = 0; p < factor; p++) {
                enlarge(coarse[c], p, factor, phases[c], p * width, width);
            }
        }
        softmax(width * factor);
    }

    private void makeRoom(int width, int factor) {
        if (coarse[0].length < width + 2) {
            coarse = new float[CLASSES][width + 2];
        }
        if (largest.length < width * factor) {
            phases = new float[CLASSES][width * factor];
            largest = new float[width * factor];
            share = new float[width * factor];
        }
    }

    /** The row of logits at an enlarged row's height. */
    private void blendRows(float[] logits, int height, int width, int y, int factor) {
        float centre = centre(y % factor, factor);
        int above = y / factor + (centre < 0 ? -1 : 0);
        float share = centre < 0 ? centre + 1 : centre;
        int first = Math.max(above, 0) * width;
        int second = Math.min(above + 1, height - 1) * width;
        for (int c = 0; c < CLASSES; c++) {
            float[] row = coarse[c];
            int plane = c * height * width;
            mix(logits, plane + first, 1 - share, logits, plane + second, share, row, 1, width);
            row[0] = row[1];
            row[width + 1] = row[width];
        }
    }

    /** Where the p-th of the enlarged pixels lies between a pixel (0) and the next one (1). */
    private static float centre(int p, int factor) {
        return (p + 0.5f) / factor - 0.5f;
    }

    private static void enlarge(float[] row, int p, int factor, float[] enlarged, int to, int width) {
        float centre = centre(p, factor);
        int before = centre < 0 ? 0 : 1;
        float share = centre < 0 ? centre + 1 : centre;
        mix(row, before, 1 - share, row, before + 1, share, enlarged, to, width);
    }

    private static void mix(
            float[] first,
            int firstStart,
            float firstWeight,
            float[] second,
            int secondStart,
            float secondWeight,
            float[] mixed,
            int to,
            int length) {
        for (int x = 0; x < length; x++) {
            mixed[to + x] = first[firstStart + x] * firstWeight + second[secondStart + x] * secondWeight;
        }
    }

    private void softmax(int length) {
        largest(phases[0], phases[1], phases[2], phases[3], phases[4], length);
        for (float[] values : phases) {
            Exponential.ofDifference(values, largest, length);
        }
        shares(phases[0], phases[1], phases[2], phases[3], phases[4], length);
        for (float[] values : phases) {
            multiply(values, share, length);
        }
    }

    /** All classes in one pass, since a pass over a row costs more than its comparisons. */
    private void largest(float[] a, float[] b, float[] c, float[] d, float[] e, int length) {
        for (int i = 0; i < length; i++) {
            largest[i] = Math.max(Math.max(Math.max(a[i], b[i]), Math.max(c[i], d[i])), e[i]);
        }
    }

    /** What a power of 1 is of the sum of powers. */
    private void shares(float[] a, float[] b, float[] c, float[] d, float[] e, int length) {
        for (int i = 0; i < length; i++) {
            share[i] = 1 / (a[i] + b[i] + c[i] + d[i] + e[i]);
        }
    }

    private static void multiply(float[] values, float[] factors, int length) {
        for (int i = 0; i < length; i++) {
            values[i] *= factors[i];
        }
    }
}
