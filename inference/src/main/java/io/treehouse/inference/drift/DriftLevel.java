package io.treehouse.inference.drift;

/** How far what comes in is from a reference, by the stability index. */
public enum DriftLevel {
    /** Nothing came in, or there is nothing to compare it with. */
    UNKNOWN("unknown"),
    /** Index up to 0.1, or no more than chance. */
    NONE("none"),
    /** Index above 0.1. */
    MODERATE("moderate"),
    /** Index above 0.25. */
    STRONG("strong");

    /** Customary limits of the index (Siddiqi 2006). */
    private static final double MODERATE_ABOVE = 0.1;

    private static final double STRONG_ABOVE = 0.25;

    private final String label;

    DriftLevel(String label) {
        this.label = label;
    }

    /** Published name. */
    public String label() {
        return label;
    }

    /**
     * The level of an index.
     *
     * @param chanceLimit what it may be though nothing has changed
     */
    static DriftLevel of(double index, double chanceLimit) {
        if (index <= Math.max(MODERATE_ABOVE, chanceLimit)) {
            return NONE;
        }
        return index > STRONG_ABOVE ? STRONG : MODERATE;
    }
}
