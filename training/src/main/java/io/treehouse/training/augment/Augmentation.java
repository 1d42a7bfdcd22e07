package io.treehouse.training.augment;

import java.util.SplittableRandom;

/** One kind of change to a crop. Thread-safe; all chance comes from the generator that is handed in. */
@FunctionalInterface
public interface Augmentation {
    /** Changes the crop in place, or leaves it alone. */
    void apply(Crop crop, SplittableRandom random);

    /** This augmentation in a share of the cases only. */
    default Augmentation withProbability(double share) {
        return (crop, random) -> {
            if (random.nextDouble() < share) {
                apply(crop, random);
            }
        };
    }

    /** A draw from the normal distribution with mean 0. */
    static double normal(SplittableRandom random, double deviation) {
        return random.nextGaussian() * deviation;
    }
}
