package io.treehouse.training.evaluate;

import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Interval of an intersection over union by resampling whole places with replacement (Efron and Tibshirani 1993, ch. 13,
 * percentile interval). Pixels of one place are not independent, so places are the sampling unit.
 */
public final class PlaceBootstrap {
    private static final int RESAMPLES = 2000;
    private static final long SEED = 20_261_125L;

    private PlaceBootstrap() {}

    /**
     * The 95 % percentile interval of a class's intersection over union; empty with fewer than two places that hold the
     * class. Seeded: the same places give the same interval.
     */
    public static Optional<Interval> intersectionOverUnion(List<LabelConfusion> places, SurfaceClass surfaceClass) {
        List<ClassScore> scores =
                places.stream().map(place -> place.score(surfaceClass)).toList();
        if (scores.stream().filter(ClassScore::hasReference).count() < 2) {
            return Optional.empty();
        }
        SplittableRandom random = new SplittableRandom(SEED);
        double[] resampled = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            resampled[i] = resample(scores, random).intersectionOverUnion().orElse(0);
        }
        Arrays.sort(resampled);
        return Optional.of(new Interval(
                resampled[(int) Math.round(0.025 * (RESAMPLES - 1))],
                resampled[(int) Math.round(0.975 * (RESAMPLES - 1))]));
    }

    private static ClassScore resample(List<ClassScore> scores, SplittableRandom random) {
        long truePositive = 0;
        long falsePositive = 0;
        long falseNegative = 0;
        for (int i = 0; i < scores.size(); i++) {
            ClassScore drawn = scores.get(random.nextInt(scores.size()));
            truePositive += drawn.truePositive();
            falsePositive += drawn.falsePositive();
            falseNegative += drawn.falseNegative();
        }
        return new ClassScore(truePositive, falsePositive, falseNegative);
    }

    /** A 95 % interval. */
    public record Interval(double low, double high) {
        public Interval {
            if (low > high) {
                throw new IllegalArgumentException("An interval goes from low to high, not " + low + " to " + high);
            }
        }
    }
}
