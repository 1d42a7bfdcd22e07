package io.treehouse.training.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Intervals of figures of accuracy by resampling whole places with replacement (Efron and Tibshirani 1993, ch. 13,
 * percentile interval). Pixels of one place are not independent, so places are the sampling unit. Seeded: the same places
 * give the same interval.
 */
public final class PlaceBootstrap {
    private static final int RESAMPLES = 2000;
    private static final long SEED = 20_261_125L;

    private PlaceBootstrap() {}

    /**
     * The 95 % interval of a class's figure; empty with fewer than two places that hold the class.
     *
     * @param places the class's score in each place
     * @param figure such as {@link ClassScore#intersectionOverUnion}
     */
    public static Optional<Interval> interval(List<ClassScore> places, Function<ClassScore, OptionalDouble> figure) {
        return resample(places, drawn -> figure.apply(sum(places, drawn)).orElse(0));
    }

    /**
     * The 95 % interval of how much a class's figure differs between two models: the same places are drawn for both
     * (paired), so that what makes a place hard cancels out. Empty with fewer than two places that hold the class.
     *
     * @param first the class's score in each place by the model whose figure is taken away
     * @param second by the other model, the same places in the same order
     */
    public static Optional<Interval> difference(
            List<ClassScore> first, List<ClassScore> second, Function<ClassScore, OptionalDouble> figure) {
        if (first.size() != second.size()) {
            throw new IllegalArgumentException("Models are compared on the same places");
        }
        return resample(
                first,
                drawn -> figure.apply(sum(second, drawn)).orElse(0)
                        - figure.apply(sum(first, drawn)).orElse(0));
    }

    private static Optional<Interval> resample(List<ClassScore> places, ToDoubleFunction<int[]> figure) {
        if (places.stream().filter(ClassScore::hasReference).count() < 2) {
            return Optional.empty();
        }
        SplittableRandom random = new SplittableRandom(SEED);
        double[] resampled = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            int[] drawn = random.ints(places.size(), 0, places.size()).toArray();
            resampled[i] = figure.applyAsDouble(drawn);
        }
        Arrays.sort(resampled);
        return Optional.of(new Interval(
                resampled[(int) Math.round(0.025 * (RESAMPLES - 1))],
                resampled[(int) Math.round(0.975 * (RESAMPLES - 1))]));
    }

    private static ClassScore sum(List<ClassScore> scores, int[] drawn) {
        long truePositive = 0;
        long falsePositive = 0;
        long falseNegative = 0;
        for (int place : drawn) {
            ClassScore score = scores.get(place);
            truePositive += score.truePositive();
            falsePositive += score.falsePositive();
            falseNegative += score.falseNegative();
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
