package io.treehouse.training.evaluate.calibration;

import java.util.Collection;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * Temperature scaling (Guo et al. 2017, "On Calibration of Modern Neural Networks") for labels that are sets of classes:
 * the temperature that minimises the mean of −log of the probability on the label's set, data sets weighing the same. For
 * certain labels this is the usual negative log likelihood.
 */
public final class TemperatureFit {
    private static final double LOWEST = 0.2;
    private static final double HIGHEST = 10;
    private static final double LOG_TOLERANCE = 1e-4;
    private static final double INVERSE_GOLDEN_RATIO = (Math.sqrt(5) - 1) / 2;

    /** Keeps one impossible pixel from deciding everything. */
    private static final double LEAST_PROBABILITY = 1e-9;

    private TemperatureFit() {}

    /** The best temperature between 0.2 and 10; 1 if there is no labelled pixel. One sample a data set. */
    public static double of(Collection<ProbabilitySample> samples) {
        if (samples.stream().allMatch(sample -> sample.size() == 0)) {
            return 1;
        }
        double logTemperature = goldenSection(
                logarithm -> loss(samples, Math.exp(logarithm)).orElseThrow(), Math.log(LOWEST), Math.log(HIGHEST));
        return Math.exp(logTemperature);
    }

    /** Mean over data sets of the set negative log likelihood of a pixel, in nats; empty without pixels. */
    public static OptionalDouble loss(Collection<ProbabilitySample> samples, double temperature) {
        return samples.stream()
                .filter(sample -> sample.size() > 0)
                .mapToDouble(sample -> loss(sample, temperature))
                .average();
    }

    private static double loss(ProbabilitySample sample, double temperature) {
        return sample.pixels(temperature)
                .mapToDouble(pixel -> -Math.log(Math.max(LEAST_PROBABILITY, pixel.mass(pixel.label()))))
                .average()
                .orElseThrow();
    }

    /** Where a function with one valley is lowest (Kiefer 1953). */
    private static double goldenSection(DoubleUnaryOperator function, double from, double to) {
        double low = from;
        double high = to;
        double left = high - INVERSE_GOLDEN_RATIO * (high - low);
        double right = low + INVERSE_GOLDEN_RATIO * (high - low);
        double atLeft = function.applyAsDouble(left);
        double atRight = function.applyAsDouble(right);
        while (high - low > LOG_TOLERANCE) {
            if (atLeft < atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - INVERSE_GOLDEN_RATIO * (high - low);
                atLeft = function.applyAsDouble(left);
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + INVERSE_GOLDEN_RATIO * (high - low);
                atRight = function.applyAsDouble(right);
            }
        }
        return (low + high) / 2;
    }
}
