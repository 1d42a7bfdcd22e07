package io.treehouse.inference.compare;

/** Counts what became of the objects of one class. Not thread-safe. */
final class ObjectTally {
    private final long[] count = new long[2];
    private final long[] changed = new long[2];
    private final double[] changedM2 = new double[2];

    /** @param state 0 for before, 1 for after */
    void add(int state, boolean isGone, double areaM2) {
        count[state]++;
        if (isGone) {
            changed[state]++;
            changedM2[state] += areaM2;
        }
    }

    ObjectChange result() {
        return new ObjectChange(count[0], count[1], changed[0], changed[1], changedM2[0], changedM2[1]);
    }
}
