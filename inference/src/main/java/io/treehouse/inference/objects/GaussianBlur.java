package io.treehouse.inference.objects;

import java.util.Arrays;

/**
 * Smoothing with a Gaussian, rows first and then columns. The same pixels give the same values, bit for bit. Not
 * thread-safe.
 */
final class GaussianBlur {
    /** Standard deviations after which the kernel ends. */
    static final double TRUNCATION = 3;

    private final float[] alongRows;
    private final float[] alongColumns;
    private float[] row = {};
    /** The rows that are still needed, in a ring. */
    private float[][] originals = {};

    /**
     * @param sigmaX standard deviation along rows in pixels
     * @param sigmaY standard deviation along columns in pixels
     */
    GaussianBlur(double sigmaX, double sigmaY) {
        alongRows = kernel(sigmaX);
        alongColumns = kernel(sigmaY);
    }

    private static float[] kernel(double sigma) {
        int radius = (int) Math.ceil(TRUNCATION * sigma);
        float[] kernel = new float[2 * radius + 1];
        double sum = 0;
        for (int i = -radius; i <= radius; i++) {
            sum += Math.exp(-0.5 * i * i / (sigma * sigma));
        }
        for (int i = -radius; i <= radius; i++) {
            kernel[i + radius] = (float) (Math.exp(-0.5 * i * i / (sigma * sigma)) / sum);
        }
        return kernel;
    }

    /**
     * Smooths a picture in place. Beyond its edges its outermost pixels go on.
     *
     * @param values {@code [height, width]}
     */
    void apply(float[] values, int width, int height) {
        makeRoom(width);
        for (int y = 0; y < height; y++) {
            smoothRow(values, y * width, width);
        }
        smoothColumns(values, width, height);
    }

    private void makeRoom(int width) {
        if (row.length != width + alongRows.length - 1) {
            row = new float[width + alongRows.length - 1];
            originals = new float[alongColumns.length][width];
        }
    }

    private void smoothRow(float[] values, int offset, int width) {
        int radius = alongRows.length / 2;
        Arrays.fill(row, 0, radius, values[offset]);
        System.arraycopy(values, offset, row, radius, width);
        Arrays.fill(row, radius + width, row.length, values[offset + width - 1]);
        Arrays.fill(values, offset, offset + width, 0);
        for (int tap = 0; tap < alongRows.length; tap++) {
            addWeighted(alongRows[tap], row, tap, values, offset, width);
        }
    }

    /** Row by row over the ring, so that memory is passed through in order. */
    private void smoothColumns(float[] values, int width, int height) {
        int radius = alongColumns.length / 2;
        for (int y = 0; y < Math.min(radius, height); y++) {
            keep(values, width, y);
        }
        for (int y = 0; y < height; y++) {
            if (y + radius < height) {
                keep(values, width, y + radius);
            }
            Arrays.fill(values, y * width, (y + 1) * width, 0);
            for (int tap = 0; tap < alongColumns.length; tap++) {
                int from = Math.max(0, Math.min(height - 1, y + tap - radius));
                addWeighted(alongColumns[tap], originals[from % originals.length], 0, values, y * width, width);
            }
        }
    }

    private void keep(float[] values, int width, int y) {
        System.arraycopy(values, y * width, originals[y % originals.length], 0, width);
    }

    private static void addWeighted(float weight, float[] from, int first, float[] sums, int to, int length) {
        for (int i = 0; i < length; i++) {
            sums[to + i] += weight * from[first + i];
        }
    }
}
