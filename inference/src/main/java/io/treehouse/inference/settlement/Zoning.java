package io.treehouse.inference.settlement;

/** What a rule makes of a cell. */
enum Zoning {
    /** Belongs to no settlement. */
    OUTSIDE,
    /** Built-up, in a built-up neighbourhood. */
    URBAN,
    /** Built-up, in a half built-up neighbourhood. */
    SUBURBAN,
    /** Built-up, in open country; belongs to no settlement by the Atlas. */
    RURAL,
    /** Not built-up, at the edge of what is. */
    FRINGE_OPEN,
    /** Not built-up, enclosed by what is. */
    CAPTURED_OPEN;

    boolean isBuilt() {
        return this == URBAN || this == SUBURBAN || this == RURAL;
    }
}
