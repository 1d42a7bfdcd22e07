package io.treehouse.inference.propagation;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TriangularDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;

/**
 * What is known of a quantity: its mean, its standard deviation, and its value for each standard normal score. Values rise
 * with the score, so that quantities that share scores are correlated (a Gaussian copula). Implementations are immutable
 * and thread-safe.
 */
public sealed interface Distribution {
    /** Its mean. */
    double mean();

    /** Its standard deviation, 0 or more. */
    double standardDeviation();

    /** The value as far up in this distribution as the score is in the standard normal one. */
    double valueAt(double score);

    /** A value without uncertainty. */
    record Exact(double mean) implements Distribution {
        @Override
        public double standardDeviation() {
            return 0;
        }

        @Override
        public double valueAt(double score) {
            return mean;
        }
    }

    /** The normal distribution. */
    record Normal(double mean, double standardDeviation) implements Distribution {
        public Normal {
            requirePositive(standardDeviation);
        }

        @Override
        public double valueAt(double score) {
            return mean + standardDeviation * score;
        }
    }

    /**
     * The normal distribution of what cannot be below 0: whatever of it would be, is 0 (a rectified normal distribution).
     * Mean and standard deviation are those of the normal distribution, so that errors do not change a figure.
     */
    record RectifiedNormal(double mean, double standardDeviation) implements Distribution {
        public RectifiedNormal {
            requirePositive(standardDeviation);
        }

        @Override
        public double valueAt(double score) {
            return Math.max(0, mean + standardDeviation * score);
        }
    }

    /** The log-normal distribution with this mean and standard deviation; never below 0. */
    record LogNormal(double mean, double standardDeviation) implements Distribution {
        public LogNormal {
            requirePositive(standardDeviation);
            requirePositive(mean);
        }

        @Override
        public double valueAt(double score) {
            double sigma2 = Math.log1p(Math.pow(standardDeviation / mean, 2));
            return mean * Math.exp(Math.sqrt(sigma2) * score - sigma2 / 2);
        }
    }

    /** Every value from low to high is as likely as any other. */
    record Uniform(double low, double high) implements Distribution {
        public Uniform {
            requirePositive(high - low);
        }

        @Override
        public double mean() {
            return (low + high) / 2;
        }

        @Override
        public double standardDeviation() {
            return (high - low) / Math.sqrt(12);
        }

        @Override
        public double valueAt(double score) {
            return UniformContinuousDistribution.of(low, high).inverseCumulativeProbability(probability(score));
        }
    }

    /** The triangular distribution. */
    record Triangular(double low, double mode, double high) implements Distribution {
        public Triangular {
            requirePositive(high - low);
            if (!(low <= mode && mode <= high)) {
                throw new IllegalArgumentException(
                        "The mode " + mode + " lies outside of " + low + " to " + high + ", the ends of a triangle");
            }
        }

        @Override
        public double mean() {
            return (low + mode + high) / 3;
        }

        @Override
        public double standardDeviation() {
            return Math.sqrt(TriangularDistribution.of(low, mode, high).getVariance());
        }

        @Override
        public double valueAt(double score) {
            return TriangularDistribution.of(low, mode, high).inverseCumulativeProbability(probability(score));
        }
    }

    private static double probability(double score) {
        return NormalDistribution.of(0, 1).cumulativeProbability(score);
    }

    private static void requirePositive(double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("Spreads are finite and greater than 0, not " + value);
        }
    }
}
