package io.treehouse.datasets.raster;

import java.util.Arrays;

/** Chooses the stretch of a raster's values from its type and a decimated read of the whole scene. */
final class RangeChoice {
    private static final int SAMPLE_SIDE = 1024;
    private static final double FULL_RANGE_16 = 65535;
    private static final double HALF_RANGE_16 = 32767;
    private static final double LOW_SHARE = 0.01;
    private static final double HIGH_SHARE = 0.99;

    private RangeChoice() {}

    static ValueRange of(BandValues values, BandRoles roles, Scaling scaling, int width, int height) {
        if (scaling instanceof Scaling.Range range) {
            return new ValueRange(range.low(), range.high(), ValueRange.Source.PARAMETER);
        }
        if (scaling instanceof Scaling.None) {
            return ValueRange.asIs(ValueRange.Source.PARAMETER);
        }
        if (values.isPlainBytes() || roles.model() == BandRoles.ColourModel.PALETTE) {
            return ValueRange.asIs(ValueRange.Source.TYPE);
        }
        double[] sample = sample(values, width, height);
        if (sample.length == 0) {
            return ValueRange.asIs(ValueRange.Source.TYPE);
        }
        if (values.isUnsigned16() && sample[sample.length - 1] > HALF_RANGE_16) {
            return new ValueRange(0, FULL_RANGE_16, ValueRange.Source.FULL_RANGE);
        }
        return new ValueRange(
                percentile(sample, LOW_SHARE), percentile(sample, HIGH_SHARE), ValueRange.Source.PERCENTILES);
    }

    private static double percentile(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    /** Values of the valid pixels of all used bands, sorted. */
    private static double[] sample(BandValues values, int width, int height) {
        int sampleWidth = Math.min(width, SAMPLE_SIDE);
        int sampleHeight = Math.min(height, SAMPLE_SIDE);
        PixelWindow whole = new PixelWindow(0, 0, width, height);
        double[] stored = new double[sampleWidth * sampleHeight * values.count()];
        values.read(whole, sampleWidth, sampleHeight, stored);
        boolean[] valid = new boolean[sampleWidth * sampleHeight];
        Arrays.fill(valid, true);
        values.applyMasks(whole, sampleWidth, sampleHeight, valid);
        double[] sample = new double[stored.length];
        int size = 0;
        for (int pixel = 0; pixel < valid.length; pixel++) {
            int at = pixel * values.count();
            if (valid[pixel] && values.isValid(stored, at)) {
                for (int i = 0; i < values.count(); i++) {
                    sample[size++] = values.scaled(stored[at + i], i);
                }
            }
        }
        double[] sorted = Arrays.copyOf(sample, size);
        Arrays.sort(sorted);
        return sorted;
    }
}
