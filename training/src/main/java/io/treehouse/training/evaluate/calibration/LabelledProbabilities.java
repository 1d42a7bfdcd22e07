package io.treehouse.training.evaluate.calibration;

import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;

/**
 * A pixel's label beside what the model made of it.
 *
 * @param label the classes that the pixel may be, at least one
 * @param probabilities of the classes by their codes; they sum to 1. Not copied
 */
public record LabelledProbabilities(ClassSet label, double[] probabilities) {
    public LabelledProbabilities {
        if (label.isIgnore() || probabilities.length != SurfaceClass.COUNT) {
            throw new IllegalArgumentException("A labelled pixel has a label and a probability for each class");
        }
    }

    /** Whether the label allows classes of the set only. */
    boolean isWithin(ClassSet set) {
        return (label.bits() & ~set.bits()) == 0;
    }

    /** Probability that the model gives to the classes of a set, 0…1. */
    double mass(ClassSet set) {
        double mass = 0;
        for (int c = 0; c < SurfaceClass.COUNT; c++) {
            mass += (set.bits() >> c & 1) * probabilities[c];
        }
        return mass;
    }
}
