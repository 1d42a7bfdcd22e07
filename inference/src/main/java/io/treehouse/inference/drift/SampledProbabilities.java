package io.treehouse.inference.drift;

import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.inference.scene.PixelProbabilities;
import io.treehouse.inference.scene.Temperature;

/**
 * Notes class, confidence and entropy of every eighth pixel of every eighth row. Belongs to one thread at a time.
 */
final class SampledProbabilities implements PixelProbabilities {
    private static final double BITS = 1 / Math.log(2);

    private final Temperature temperature;
    private final float[] scaled = new float[SurfaceClass.COUNT];
    private final long[] classes = new long[SurfaceClass.COUNT];
    private double confidenceSum;
    private double entropySumBits;
    private long pixels;

    SampledProbabilities(Temperature temperature) {
        this.temperature = temperature;
    }

    @Override
    public int step() {
        return TileSampler.STEP;
    }

    @Override
    public void pixel(int x, int y, float[] probabilities) {
        if (x % TileSampler.STEP != 0 || y % TileSampler.STEP != 0) {
            return;
        }
        temperature.scale(probabilities, scaled);
        int best = 0;
        for (int c = 0; c < scaled.length; c++) {
            best = scaled[c] > scaled[best] ? c : best;
            entropySumBits -= scaled[c] > 0 ? scaled[c] * Math.log(scaled[c]) * BITS : 0;
        }
        classes[best]++;
        confidenceSum += Math.min(1, scaled[best]);
        pixels++;
    }

    /** Pixels noted so far. */
    long pixels() {
        return pixels;
    }

    /** Share of a class among them. */
    double share(SurfaceClass surface) {
        return (double) classes[surface.code()] / pixels;
    }

    double meanConfidence() {
        return confidenceSum / pixels;
    }

    double meanEntropyBits() {
        return Math.max(0, entropySumBits / pixels);
    }
}
