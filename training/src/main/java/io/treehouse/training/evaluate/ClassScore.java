package io.treehouse.training.evaluate;

import java.util.OptionalDouble;

/**
 * How well one class was found, in pixels or in objects.
 *
 * @param truePositive of the class and predicted so
 * @param falsePositive predicted as the class, but not of it
 * @param falseNegative of the class, but predicted as another
 */
public record ClassScore(long truePositive, long falsePositive, long falseNegative) {
    public ClassScore {
        if (truePositive < 0 || falsePositive < 0 || falseNegative < 0) {
            throw new IllegalArgumentException("Counts are not negative");
        }
    }

    /** No pixel. */
    public static final ClassScore NONE = new ClassScore(0, 0, 0);

    /** The counts of both. */
    public ClassScore plus(ClassScore other) {
        return new ClassScore(
                truePositive + other.truePositive,
                falsePositive + other.falsePositive,
                falseNegative + other.falseNegative);
    }

    /** Whether the labels hold at least one pixel of the class: only then does a score say something. */
    public boolean hasReference() {
        return reference() > 0;
    }

    /** Number of pixels that are of the class. */
    public long reference() {
        return truePositive + falseNegative;
    }

    /** Intersection over union, 0…1; empty where the labels hold no pixel of the class. */
    public OptionalDouble intersectionOverUnion() {
        return ratio(truePositive, truePositive + falsePositive + falseNegative);
    }

    /** Share of the predicted pixels that are of the class (user's accuracy), 0…1. */
    public OptionalDouble precision() {
        return ratio(truePositive, truePositive + falsePositive);
    }

    /** Share of the class's pixels that were found (producer's accuracy), 0…1. */
    public OptionalDouble recall() {
        return ratio(truePositive, truePositive + falseNegative);
    }

    /** Harmonic mean of precision and recall, 0…1. */
    public OptionalDouble f1() {
        return ratio(2 * truePositive, 2 * truePositive + falsePositive + falseNegative);
    }

    private OptionalDouble ratio(long numerator, long denominator) {
        return hasReference() && denominator > 0
                ? OptionalDouble.of((double) numerator / denominator)
                : OptionalDouble.empty();
    }
}
