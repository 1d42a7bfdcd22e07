package io.treehouse.inference.scene;

/**
 * How the pixels along one axis turn into another number of pixels over the same ground: each target pixel is a weighted
 * mean of neighbouring source pixels (its <em>taps</em>). Shrinking averages by the area covered, enlarging interpolates
 * linearly between pixel centres and repeats the edge, equal lengths are the identity. Images are resampled separably,
 * one axis after the other. Immutable and thread-safe.
 */
final class AxisResampling {
    private final int sourceLength;
    private final int targetLength;
    private final int[] firstTap;
    private final int[] weightStart;
    private final float[] weights;

    /**
     * @param sourceLength pixels that there are, at least 1
     * @param targetLength pixels that are wanted, at least 1
     */
    AxisResampling(int sourceLength, int targetLength) {
        if (sourceLength < 1 || targetLength < 1) {
            throw new IllegalArgumentException("An axis has pixels, not " + sourceLength + " to " + targetLength);
        }
        this.sourceLength = sourceLength;
        this.targetLength = targetLength;
        firstTap = new int[targetLength];
        weightStart = new int[targetLength + 1];
        if (sourceLength >= targetLength) {
            weights = new float[sourceLength + targetLength];
            average();
        } else {
            weights = new float[2 * targetLength];
            interpolate();
        }
    }

    int sourceLength() {
        return sourceLength;
    }

    int targetLength() {
        return targetLength;
    }

    boolean isIdentity() {
        return sourceLength == targetLength;
    }

    /** First source pixel that a target pixel is made of. */
    int firstTap(int target) {
        return firstTap[target];
    }

    /** Source pixel after the last one that a target pixel is made of. */
    int endTap(int target) {
        return firstTap[target] + taps(target);
    }

    /** Number of source pixels that a target pixel is made of, at least 1. */
    int taps(int target) {
        return weightStart[target + 1] - weightStart[target];
    }

    /** The largest number of taps of any target pixel. */
    int maxTaps() {
        int most = 1;
        for (int target = 0; target < targetLength; target++) {
            most = Math.max(most, taps(target));
        }
        return most;
    }

    /** Weight of a target pixel's n-th tap, 0…1; the weights of a target pixel sum to 1. */
    float weight(int target, int tap) {
        return weights[weightStart[target] + tap];
    }

    /**
     * Resamples one line.
     *
     * @param source {@code [sourceLength]}
     * @param target receives {@code [targetLength]}
     */
    void resample(float[] source, float[] target) {
        for (int pixel = 0; pixel < targetLength; pixel++) {
            int from = firstTap[pixel] - weightStart[pixel];
            float sum = 0;
            for (int tap = weightStart[pixel]; tap < weightStart[pixel + 1]; tap++) {
                sum += weights[tap] * source[from + tap];
            }
            target[pixel] = sum;
        }
    }

    /** Measures in units of 1/targetLength source pixels, so that every overlap is a whole number. */
    private void average() {
        for (int target = 0, next = 0; target < targetLength; target++) {
            long from = (long) target * sourceLength;
            long to = from + sourceLength;
            firstTap[target] = (int) (from / targetLength);
            for (long source = firstTap[target]; source * targetLength < to; source++) {
                long overlap = Math.min(to, (source + 1) * targetLength) - Math.max(from, source * targetLength);
                weights[next++] = (float) ((double) overlap / sourceLength);
            }
            weightStart[target + 1] = next;
        }
    }

    private void interpolate() {
        double step = (double) sourceLength / targetLength;
        for (int target = 0, next = 0; target < targetLength; target++) {
            double centre = Math.min(Math.max((target + 0.5) * step - 0.5, 0), sourceLength - 1.0);
            firstTap[target] = (int) centre;
            float second = (float) (centre - firstTap[target]);
            weights[next++] = 1 - second;
            if (second > 0) {
                weights[next++] = second;
            }
            weightStart[target + 1] = next;
        }
    }
}
