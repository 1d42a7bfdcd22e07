package io.treehouse.model.engine;

import io.treehouse.datasets.scheme.SurfaceClass;

/**
 * From logits to probabilities: bilinear enlargement with half-pixel centres, clamped at the borders, division by the
 * temperature and softmax over the classes. Keeps working memory for one row; not thread-safe.
 */
final class ProbabilityHead {
    private static final int CLASSES = SurfaceClass.COUNT;

    private final float inverseTemperature;
    private float[] coarseRow = new float[0];
    private float[] row = new float[0];

    ProbabilityHead(double temperature) {
        this.inverseTemperature = (float) (1 / temperature);
    }

    /**
     * Fills the probabilities of a window.
     *
     * @param logits {@code [height, width, 5]}
     * @param factor enlargement, at least 1
     * @param probabilities receives {@code [height * factor, width * factor, 5]}
     */
    void apply(float[] logits, int height, int width, int factor, float[] probabilities) {
        int coarseLength = width * CLASSES;
        int rowLength = coarseLength * factor;
        if (row.length < rowLength) {
            coarseRow = new float[coarseLength];
            row = new float[rowLength];
        }
        for (int y = 0; y < height * factor; y++) {
            blendRows(logits, height, coarseLength, y, factor);
            enlargeRow(width, factor);
            softmax(rowLength);
            System.arraycopy(row, 0, probabilities, y * rowLength, rowLength);
        }
    }

    private void blendRows(float[] logits, int height, int length, int y, int factor) {
        float centre = (y + 0.5f) / factor - 0.5f;
        int above = (int) Math.floor(centre);
        float share = centre - above;
        int first = Math.max(above, 0) * length;
        int second = Math.min(above + 1, height - 1) * length;
        float firstWeight = (1 - share) * inverseTemperature;
        float secondWeight = share * inverseTemperature;
        for (int i = 0; i < length; i++) {
            coarseRow[i] = logits[first + i] * firstWeight + logits[second + i] * secondWeight;
        }
    }

    private void enlargeRow(int width, int factor) {
        for (int phase = 0; phase < factor; phase++) {
            float centre = (phase + 0.5f) / factor - 0.5f;
            int before = centre < 0 ? -1 : 0;
            float share = centre - before;
            for (int x = 0; x < width; x++) {
                int first = Math.max(x + before, 0) * CLASSES;
                int second = Math.min(x + before + 1, width - 1) * CLASSES;
                int to = (x * factor + phase) * CLASSES;
                for (int c = 0; c < CLASSES; c++) {
                    row[to + c] = coarseRow[first + c] * (1 - share) + coarseRow[second + c] * share;
                }
            }
        }
    }

    private void softmax(int length) {
        for (int start = 0; start < length; start += CLASSES) {
            float largest = row[start];
            for (int c = 1; c < CLASSES; c++) {
                largest = Math.max(largest, row[start + c]);
            }
            float sum = 0;
            for (int c = 0; c < CLASSES; c++) {
                float power = FastExponential.of(row[start + c] - largest);
                row[start + c] = power;
                sum += power;
            }
            float scale = 1 / sum;
            for (int c = 0; c < CLASSES; c++) {
                row[start + c] *= scale;
            }
        }
    }
}
