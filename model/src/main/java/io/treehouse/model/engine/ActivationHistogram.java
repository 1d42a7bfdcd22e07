package io.treehouse.model.engine;

import io.treehouse.model.bundle.Quantization.Range;

/**
 * Counts activations by magnitude, in bins that grow wider when larger ones come. Not thread-safe.
 */
final class ActivationHistogram {
    private static final int BINS = 2048;
    private static final int UNSIGNED_STEPS = 255;
    private static final int SIGNED_STEPS = 127;
    private static final double VARIANCE_OF_ROUNDING = 1.0 / 12;

    private final long[] counts = new long[BINS];
    private float binWidth = 1f / BINS;
    private boolean anyNegative;

    /** Counts a value; zeros are exact in any range and do not count. */
    void add(float value) {
        anyNegative |= value < 0;
        float magnitude = Math.abs(value);
        if (magnitude > 0) {
            while (magnitude >= binWidth * BINS) {
                widen();
            }
            counts[(int) (magnitude / binWidth)]++;
        }
    }

    private void widen() {
        for (int bin = 0; bin < BINS / 2; bin++) {
            counts[bin] = counts[2 * bin] + counts[2 * bin + 1];
        }
        for (int bin = BINS / 2; bin < BINS; bin++) {
            counts[bin] = 0;
        }
        binWidth *= 2;
    }

    /**
     * The range in which eight bits lose least: a wider one rounds more coarsely, a narrower one clips more. Its limit
     * minimises the mean squared error of rounding (step² / 12) and clipping together, as in Sung, Shin and Hwang, Resiliency
     * of deep neural networks under quantization, 2015.
     */
    Range range() {
        double steps = anyNegative ? SIGNED_STEPS : UNSIGNED_STEPS;
        int best = BINS;
        double least = Double.POSITIVE_INFINITY;
        // From the top down, sums over the values that are clipped: number, magnitudes, squares.
        double clipped = 0;
        double sum = 0;
        double squares = 0;
        double inside = total();
        for (int limitBin = BINS; limitBin > 0; limitBin--) {
            double limit = limitBin * binWidth;
            double step = limit / steps;
            double error =
                    squares - 2 * limit * sum + limit * limit * clipped + inside * step * step * VARIANCE_OF_ROUNDING;
            if (error < least) {
                least = error;
                best = limitBin;
            }
            double centre = (limitBin - 0.5) * binWidth;
            long count = counts[limitBin - 1];
            inside -= count;
            clipped += count;
            sum += count * centre;
            squares += count * centre * centre;
        }
        float limit = best * binWidth;
        return new Range(anyNegative ? -limit : 0, limit);
    }

    private double total() {
        double total = 0;
        for (long count : counts) {
            total += count;
        }
        return total;
    }
}
