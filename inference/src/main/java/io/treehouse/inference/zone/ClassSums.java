package io.treehouse.inference.zone;

/** Sums of pixels, confidence and ground area by class and nodata. Not thread-safe. */
final class ClassSums {
    final long[] pixels = new long[RowSums.SLOTS];
    final double[] confidence = new double[RowSums.SLOTS];
    final double[] areaM2 = new double[RowSums.SLOTS];

    void add(int slot, long pixelCount, double confidenceSum, double areaSumM2) {
        pixels[slot] += pixelCount;
        confidence[slot] += confidenceSum;
        areaM2[slot] += areaSumM2;
    }
}
