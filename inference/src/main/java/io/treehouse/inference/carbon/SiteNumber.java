package io.treehouse.inference.carbon;

/** Numbers that imagery does not tell and the user says of a place. */
public enum SiteNumber {
    /** Mean number of storeys: area of floor by area of footprint. */
    STOREYS("storeys"),
    /** Share of lawn in the class {@code other}, 0…1. */
    LAWN_SHARE("lawnShare");

    private final String label;

    SiteNumber(String label) {
        this.label = label;
    }

    /** Published name, such as {@code lawnShare}. */
    public String label() {
        return label;
    }
}
