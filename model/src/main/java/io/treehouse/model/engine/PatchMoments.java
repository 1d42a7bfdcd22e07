package io.treehouse.model.engine;

import io.treehouse.model.network.FeatureShapes.Shape;
import io.treehouse.model.network.Node.Convolution;
import io.treehouse.model.onednn.Layouts;
import java.util.Random;

/**
 * Second moments of what a convolution multiplies with its weights, and of the 1 that it multiplies with its bias, over
 * positions drawn at random. A depthwise convolution has moments for each channel, any other the same for all outputs. Not
 * thread-safe.
 */
final class PatchMoments {
    private static final int POSITIONS_A_WINDOW = 100;

    private final Convolution node;
    private final int taps;
    /** {@code [group][row][column]}, column up to row. */
    private final double[][][] sums;

    PatchMoments(Convolution node) {
        this.node = node;
        taps = node.kernel() * node.kernel() * (node.depthwise() ? 1 : node.inChannels());
        sums = new double[node.depthwise() ? node.inChannels() : 1][taps + 1][];
        for (double[][] group : sums) {
            for (int row = 0; row <= taps; row++) {
                group[row] = new double[row + 1];
            }
        }
    }

    /** Looks at some positions of an input, channels last. */
    void add(Shape shape, float[] input, Random random) {
        int rows = Math.toIntExact(Layouts.outputSize(node, shape.height()));
        int columns = Math.toIntExact(Layouts.outputSize(node, shape.width()));
        for (int i = 0; i < Math.min(POSITIONS_A_WINDOW, rows * columns); i++) {
            addPatch(patch(shape, input, random.nextInt(rows), random.nextInt(columns)));
        }
    }

    /** What one output reads: {@code [kernel, kernel, channels]}, 0 beyond the borders. */
    private double[] patch(Shape shape, float[] input, int outputRow, int outputColumn) {
        int channels = shape.channels();
        int kernel = node.kernel();
        int top = outputRow * node.stride() - Math.toIntExact(Layouts.paddingBefore(node, shape.height()));
        int left = outputColumn * node.stride() - Math.toIntExact(Layouts.paddingBefore(node, shape.width()));
        double[] patch = new double[kernel * kernel * channels];
        for (int i = 0; i < patch.length; i++) {
            int row = top + i / channels / kernel;
            int column = left + i / channels % kernel;
            if (row >= 0 && row < shape.height() && column >= 0 && column < shape.width()) {
                patch[i] = input[(row * shape.width() + column) * channels + i % channels];
            }
        }
        return patch;
    }

    private void addPatch(double[] patch) {
        double[] factors = new double[taps + 1];
        factors[taps] = 1;
        for (int group = 0; group < sums.length; group++) {
            for (int tap = 0; tap < taps; tap++) {
                factors[tap] = patch[tap * sums.length + group];
            }
            addProducts(sums[group], factors);
        }
    }

    private static void addProducts(double[][] to, double[] factors) {
        for (int row = 0; row < factors.length; row++) {
            double factor = factors[row];
            // Half of all activations are 0.
            if (factor != 0) {
                double[] line = to[row];
                for (int column = 0; column <= row; column++) {
                    line[column] += factor * factors[column];
                }
            }
        }
    }

    /** Number of sets of moments. */
    int groups() {
        return sums.length;
    }

    /** Sums of products {@code [row][column]} for column up to row, in the order of the weights; the bias comes last. */
    double[][] of(int group) {
        return sums[group];
    }
}
