package io.treehouse.model.engine;

import io.treehouse.datasets.scheme.SurfaceClass;

/**
 * From logits to probabilities: bilinear enlargement with half-pixel centres, clamped at the borders, and
 * softmax over the classes. It works on one row at a time, each class on its own and each phase of the
 * enlargement on its own: loops of that form are compiled to vector instructions. Not thread-safe.
 */
public final class ProbabilityHead {
    private static final int CLASSES = SurfaceClass.COUNT;

    /** One row of logits before the enlargement, by class, with one more pixel at either end. */
    private float[][] coarse = new float[CLASSES][0];
    /** Every {@code factor}-th pixel of the enlarged row, by class. */
    private float[][] phase = new float[CLASSES][0];

    private float[] largest = new float[0];
    private float[] sum = new float[0];

    /**
     * Fills the probabilities of a window.
     *
     * @param logits {@code [height, width, 5]}
     * @param factor enlargement, at least 1
     * @param probabilities receives {@code [height * factor, width * factor, 5]}
     */
    void apply(float[] logits, int height, int width, int factor, float[] probabilities) {
        makeRoom(width);
        for (int y = 0; y < height * factor; y++) {
            blendRows(logits, height, width, y, factor);
            for (int p = 0; p < factor; p++) {
                enlarge(width, p, factor);
                softmax(width);
                store(probabilities, (y * width * factor + p) * CLASSES, width, factor * CLASSES);
            }
        }
    }

    /**
     * Fills the probabilities of one row of pixels of a window.
     *
     * @param logits {@code [height, width, 5]}
     * @param factor enlargement, at least 1
     * @param y row, 0…{@code height * factor - 1}
     * @param planes receives for each class {@code [width * factor]}
     */
    public void row(float[] logits, int height, int width, int factor, int y, float[][] planes) {
        makeRoom(width);
        blendRows(logits, height, width, y, factor);
        for (int p = 0; p < factor; p++) {
            enlarge(width, p, factor);
            softmax(width);
            for (int c = 0; c < CLASSES; c++) {
                for (int x = 0; x < width; x++) {
                    planes[c][x * factor + p] = phase[c][x];
                }
            }
        }
    }

    private void makeRoom(int width) {
        if (largest.length < width) {
            coarse = new float[CLASSES][width + 2];
            phase = new float[CLASSES][width];
            largest = new float[width];
            sum = new float[width];
        }
    }

    /** The row of logits at an enlarged row's height. */
    private void blendRows(float[] logits, int height, int width, int y, int factor) {
        float centre = centre(y % factor, factor);
        int above = y / factor + (centre < 0 ? -1 : 0);
        float share = centre < 0 ? centre + 1 : centre;
        int first = Math.max(above, 0) * width * CLASSES;
        int second = Math.min(above + 1, height - 1) * width * CLASSES;
        float firstWeight = 1 - share;
        for (int c = 0; c < CLASSES; c++) {
            float[] row = coarse[c];
            for (int x = 0; x < width; x++) {
                int i = x * CLASSES + c;
                row[x + 1] = logits[first + i] * firstWeight + logits[second + i] * share;
            }
            row[0] = row[1];
            row[width + 1] = row[width];
        }
    }

    /** Where the p-th of the enlarged pixels lies between a pixel (0) and the next one (1). */
    private static float centre(int p, int factor) {
        return (p + 0.5f) / factor - 0.5f;
    }

    private void enlarge(int width, int p, int factor) {
        float centre = centre(p, factor);
        int before = centre < 0 ? 0 : 1;
        float share = centre < 0 ? centre + 1 : centre;
        for (int c = 0; c < CLASSES; c++) {
            mix(coarse[c], before, 1 - share, share, phase[c], width);
        }
    }

    private static void mix(float[] row, int start, float first, float second, float[] mixed, int width) {
        for (int x = 0; x < width; x++) {
            mixed[x] = row[start + x] * first + row[start + x + 1] * second;
        }
    }

    private void softmax(int width) {
        System.arraycopy(phase[0], 0, largest, 0, width);
        for (int c = 1; c < CLASSES; c++) {
            raise(largest, phase[c], width);
        }
        for (int c = 0; c < CLASSES; c++) {
            Exponential.ofDifference(phase[c], largest, width);
        }
        System.arraycopy(phase[0], 0, sum, 0, width);
        for (int c = 1; c < CLASSES; c++) {
            add(sum, phase[c], width);
        }
        for (int c = 0; c < CLASSES; c++) {
            divide(phase[c], sum, width);
        }
    }

    private static void raise(float[] values, float[] others, int length) {
        for (int i = 0; i < length; i++) {
            values[i] = Math.max(values[i], others[i]);
        }
    }

    private static void add(float[] values, float[] others, int length) {
        for (int i = 0; i < length; i++) {
            values[i] += others[i];
        }
    }

    private static void divide(float[] values, float[] divisors, int length) {
        for (int i = 0; i < length; i++) {
            values[i] /= divisors[i];
        }
    }

    private void store(float[] probabilities, int start, int width, int stride) {
        for (int c = 0; c < CLASSES; c++) {
            float[] values = phase[c];
            for (int x = 0; x < width; x++) {
                probabilities[start + c + x * stride] = values[x];
            }
        }
    }
}
