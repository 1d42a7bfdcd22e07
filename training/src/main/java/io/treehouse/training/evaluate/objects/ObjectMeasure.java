package io.treehouse.training.evaluate.objects;

/** What objects are scored by. Those of a range of crown sizes have no false alarms: only their recall says something. */
public enum ObjectMeasure {
    /** Buildings that are not doubtful and overlap one of the label with an intersection over union of at least 0.5. */
    BUILDING("building"),
    /** The same of all buildings. */
    BUILDING_OR_DOUBTFUL("building or doubtful"),
    /** Trees with a crown whose position is no farther than 3.6 m, one crown a tree. */
    TREE("tree_crown"),
    /** Trees whose crown is smaller than 4 m across. */
    CROWN_BELOW_4_M("tree_crown below 4 m"),
    /** Trees whose crown is 4 to 6 m across. */
    CROWN_4_TO_6_M("tree_crown 4-6 m"),
    /** Trees whose crown is 6 to 8 m across. */
    CROWN_6_TO_8_M("tree_crown 6-8 m"),
    /** Trees whose crown is 8 m across or larger. */
    CROWN_FROM_8_M("tree_crown from 8 m");

    private final String label;

    ObjectMeasure(String label) {
        this.label = label;
    }

    /** Published name. */
    public String label() {
        return label;
    }

    /** Whether false alarms are counted; otherwise recall is the only figure. */
    public boolean countsFalseAlarms() {
        return this == BUILDING || this == BUILDING_OR_DOUBTFUL || this == TREE;
    }

    /** The range that a crown's diameter lies in. */
    static ObjectMeasure ofCrown(double diameterM) {
        if (diameterM < 4) {
            return CROWN_BELOW_4_M;
        }
        if (diameterM < 6) {
            return CROWN_4_TO_6_M;
        }
        return diameterM < 8 ? CROWN_6_TO_8_M : CROWN_FROM_8_M;
    }
}
