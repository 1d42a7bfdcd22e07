package io.treehouse.inference.objects;

import java.util.Arrays;

/** Smoothing with a Gaussian, rows first and then columns. The same pixels give the same values, bit for bit. */
final class GaussianBlur {
    /** Standard deviations after which the kernel ends. */
    static final double TRUNCATION = 3;

    private GaussianBlur() {}

    /**
     * Smooths a picture in place. Beyond its edges its outermost pixels go on.
     *
     * @param values {@code [height, width]}
     * @param sigmaX standard deviation along rows in pixels
     * @param sigmaY standard deviation along columns in pixels
     */
    static void apply(float[] values, int width, int height, double sigmaX, double sigmaY) {
        float[] row = new float[width];
        float[] kernelX = kernel(sigmaX);
        for (int y = 0; y < height; y++) {
            System.arraycopy(values, y * width, row, 0, width);
            smoothRow(row, kernelX, values, y * width);
        }
        smoothColumns(values, width, height, kernel(sigmaY));
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

    private static void smoothRow(float[] row, float[] kernel, float[] target, int offset) {
        int radius = kernel.length / 2;
        for (int x = 0; x < row.length; x++) {
            float sum = 0;
            for (int tap = 0; tap < kernel.length; tap++) {
                sum += kernel[tap] * row[clamp(x + tap - radius, row.length)];
            }
            target[offset + x] = sum;
        }
    }

    /** Row by row over a ring of the rows that are still needed, so that memory is passed through in order. */
    private static void smoothColumns(float[] values, int width, int height, float[] kernel) {
        int radius = kernel.length / 2;
        float[][] originals = new float[kernel.length][];
        for (int y = 0; y < Math.min(radius, height); y++) {
            originals[y % kernel.length] = copyOfRow(values, width, y);
        }
        for (int y = 0; y < height; y++) {
            if (y + radius < height) {
                originals[(y + radius) % kernel.length] = copyOfRow(values, width, y + radius);
            }
            Arrays.fill(values, y * width, (y + 1) * width, 0);
            for (int tap = 0; tap < kernel.length; tap++) {
                float[] original = originals[clamp(y + tap - radius, height) % kernel.length];
                for (int x = 0; x < width; x++) {
                    values[y * width + x] += kernel[tap] * original[x];
                }
            }
        }
    }

    private static float[] copyOfRow(float[] values, int width, int y) {
        return Arrays.copyOfRange(values, y * width, (y + 1) * width);
    }

    private static int clamp(int position, int length) {
        return Math.max(0, Math.min(length - 1, position));
    }
}
