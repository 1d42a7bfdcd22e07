package io.treehouse.model.layer;

import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Loss between two crops of one place whose grids are shifted against each other: half the symmetric Kullback–Leibler
 * divergence of their class probabilities, averaged over the pixels that both show. A network that skips pixels answers
 * differently when a picture is moved by less than its stride; this teaches it not to. Crops 2i and 2i + 1 of a batch are
 * a pair; the second begins {@link #shift} pixels to the right of and below the first. Immutable and thread-safe.
 *
 * @param weight weight of the loss, at least 0
 */
public record ShiftConsistency(double weight) {
    /** Largest shift along an axis in pixels. */
    public static final int LARGEST = 15;

    /** Columns and rows by which the second crop of a pair is shifted; each changes the phase of other strides. */
    private static final int[][] SHIFTS = {{1, 2}, {8, 5}, {4, 11}, {13, 8}, {2, 9}, {8, 8}, {5, 14}, {15, 3}};

    /** Number of crops after which the shifts begin anew; batches hold a multiple of it. */
    public static final int CROPS = 2 * SHIFTS.length;

    /** Away from the common border, where one crop sees what the other does not. */
    private static final int MARGIN = 16;

    private static final int CLASSES = SurfaceClass.COUNT;

    public ShiftConsistency {
        if (!(weight >= 0)) {
            throw new IllegalArgumentException("The weight of the consistency is at least 0, not " + weight);
        }
    }

    /** Columns and rows by which a crop is shifted against the first of its pair: 0 and 0 for the first itself. */
    public static int[] shift(long crop) {
        return crop % 2 == 0 ? new int[2] : SHIFTS[(int) (crop / 2 % SHIFTS.length)].clone();
    }

    /**
     * Adds the gradient of a batch and returns the loss.
     *
     * @param logits {@code [batch, size, size, 5]}
     * @param batch number of crops, a multiple of {@link #CROPS}
     * @param size height and width of the crops in pixels
     * @param gradient the gradient by the logits, to which that of this loss is added
     */
    double addTo(float[] logits, int batch, int size, float[] gradient) {
        if (weight == 0) {
            return 0;
        }
        int pairs = batch / 2;
        double[] byPair = new double[pairs];
        IntStream.range(0, pairs).parallel().forEach(pair -> byPair[pair] = pair(logits, pair, pairs, size, gradient));
        return Arrays.stream(byPair).sum();
    }

    private double pair(float[] logits, int pair, int pairs, int size, float[] gradient) {
        int[] shift = shift(2L * pair + 1);
        int width = size - shift[0] - 2 * MARGIN;
        int height = size - shift[1] - 2 * MARGIN;
        double share = weight / ((double) pairs * width * height);
        float[] p = new float[2 * CLASSES];
        float[] q = new float[2 * CLASSES];
        double sum = 0;
        for (int y = MARGIN; y < MARGIN + height; y++) {
            for (int x = MARGIN; x < MARGIN + width; x++) {
                int first = ((2 * pair * size + y + shift[1]) * size + x + shift[0]) * CLASSES;
                int second = (((2 * pair + 1) * size + y) * size + x) * CLASSES;
                softmax(logits, first, p);
                softmax(logits, second, q);
                sum += divergence(p, q);
                addGradient(p, q, (float) share, gradient, first);
                addGradient(q, p, (float) share, gradient, second);
            }
        }
        return share * sum;
    }

    /** Half of KL(p, q) + KL(q, p). */
    private static float divergence(float[] p, float[] q) {
        float sum = 0;
        for (int c = 0; c < CLASSES; c++) {
            sum += (p[c] - q[c]) * (p[CLASSES + c] - q[CLASSES + c]) / 2;
        }
        return sum;
    }

    /** The gradient of {@link #divergence} by the logits of p: half of p (log(p/q) - KL(p, q)) + p - q. */
    private static void addGradient(float[] p, float[] q, float share, float[] gradient, int at) {
        float mean = 0;
        for (int c = 0; c < CLASSES; c++) {
            mean += p[c] * (p[CLASSES + c] - q[CLASSES + c]);
        }
        for (int c = 0; c < CLASSES; c++) {
            float ratio = p[CLASSES + c] - q[CLASSES + c];
            gradient[at + c] += share * (p[c] * (ratio - mean) + p[c] - q[c]) / 2;
        }
    }

    /** The probabilities of a pixel, and after them their logarithms. */
    private static void softmax(float[] logits, int at, float[] p) {
        float highest = logits[at];
        for (int c = 1; c < CLASSES; c++) {
            highest = Math.max(highest, logits[at + c]);
        }
        float total = 0;
        for (int c = 0; c < CLASSES; c++) {
            p[c] = Exponential.ofNegative(logits[at + c] - highest);
            total += p[c];
        }
        float logarithm = (float) Math.log(total);
        for (int c = 0; c < CLASSES; c++) {
            p[c] /= total;
            p[CLASSES + c] = logits[at + c] - highest - logarithm;
        }
    }
}
