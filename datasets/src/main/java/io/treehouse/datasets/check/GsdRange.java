package io.treehouse.datasets.check;

/**
 * Ground sampling distances from the finest to the coarsest, in metres. Immutable.
 *
 * @param smallest the finest
 * @param largest the coarsest; less than the finest if there is none
 */
public record GsdRange(double smallest, double largest) {
    /** The range without any distance. */
    public static final GsdRange NONE = new GsdRange(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    /** Whether there is no distance in it. */
    public boolean isEmpty() {
        return largest < smallest;
    }

    /** The range that holds one more distance. */
    GsdRange with(double metres) {
        return new GsdRange(Math.min(smallest, metres), Math.max(largest, metres));
    }
}
