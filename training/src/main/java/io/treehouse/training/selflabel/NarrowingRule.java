package io.treehouse.training.selflabel;

import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;

/**
 * When a model may narrow a label: the set becomes its smallest part whose probability, among the classes of the set,
 * reaches the threshold. Pseudo-labels (Lee 2013) with a threshold (Sohn et al. 2020, FixMatch), for labels that are sets:
 * what people ruled out stays ruled out. Where the model finds it more likely that the label is wrong than that it is
 * right, it has nothing to say about it. Immutable and thread-safe.
 *
 * @param threshold least probability of what is kept of a set, above 0.5, at most 1
 * @param unlabelled whether pixels with imagery and without label are narrowed too, from all classes
 * @param temperature of the model's probabilities, see {@code TemperatureFit}
 */
public record NarrowingRule(double threshold, boolean unlabelled, double temperature) {
    private static final int CLASSES = SurfaceClass.COUNT;
    private static final int ALL = (1 << CLASSES) - 1;
    private static final double LEAST_AGREEMENT = 0.5;

    public NarrowingRule {
        if (!(threshold > 0.5 && threshold <= 1)) {
            throw new IllegalArgumentException("A threshold is above 0.5 and at most 1, not " + threshold);
        }
        if (!(temperature > 0)) {
            throw new IllegalArgumentException("Impossible temperature " + temperature);
        }
    }

    /** Whether labels with these bits may be narrowed at all; certain ones never. */
    boolean asks(int bits) {
        return saysNothing(bits) ? unlabelled : Integer.bitCount(bits) > 1;
    }

    /**
     * The bits of the narrowed set, fewer than those of the label; 0 if the label stays as it is.
     *
     * @param bits of a label that {@link #asks} allows
     * @param probabilities of the five classes at temperature 1, any scale
     */
    int narrow(int bits, float[] probabilities) {
        int set = saysNothing(bits) ? ALL : bits;
        double[] calibrated = new double[CLASSES];
        double all = 0;
        double within = 0;
        for (int c = 0; c < CLASSES; c++) {
            calibrated[c] = Math.pow(probabilities[c], 1 / temperature);
            all += calibrated[c];
            within += (set >> c & 1) * calibrated[c];
        }
        if (!(within >= LEAST_AGREEMENT * all) || all == 0) {
            return 0;
        }
        int narrowed = smallestPart(set, calibrated, threshold * within);
        return narrowed == set ? 0 : narrowed;
    }

    /** The fewest classes of a set that together reach a mass: the most probable ones. */
    private static int smallestPart(int set, double[] masses, double enough) {
        int part = 0;
        double mass = 0;
        while (part != set && (part == 0 || mass < enough)) {
            int best = -1;
            for (int c = 0; c < CLASSES; c++) {
                boolean free = ((set & ~part) >> c & 1) == 1;
                best = free && (best < 0 || masses[c] > masses[best]) ? c : best;
            }
            part |= 1 << best;
            mass += masses[best];
        }
        return part;
    }

    /** Whether a label is {@link ClassSet#IGNORE} or allows everything. */
    static boolean saysNothing(int bits) {
        return bits == ClassSet.IGNORE.bits() || bits == ALL;
    }
}
