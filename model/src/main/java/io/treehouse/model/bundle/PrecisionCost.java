package io.treehouse.model.bundle;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a reduced arithmetic costs in accuracy against f32 on the validation places, averaged over the sets.
 *
 * @param arithmetic the reduced arithmetic
 * @param meanIouPoints loss of mean intersection over union in percentage points; negative if it gained
 * @param worstClassPoints the largest loss of any class in percentage points
 * @param worstObjectPoints the largest loss of any kind of object in percentage points of F1; 0 if objects were not measured
 */
public record PrecisionCost(
        Arithmetic arithmetic,
        double meanIouPoints,
        double worstClassPoints,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) double worstObjectPoints) {
    private static final double MEAN_LIMIT_POINTS = 0.2;
    private static final double CLASS_LIMIT_POINTS = 0.3;
    private static final double OBJECT_LIMIT_POINTS = 1;

    public PrecisionCost {
        if (arithmetic == null
                || !Double.isFinite(meanIouPoints)
                || !Double.isFinite(worstClassPoints)
                || !Double.isFinite(worstObjectPoints)) {
            throw new IllegalArgumentException("The cost of a precision needs its arithmetic and finite losses");
        }
    }

    /** A cost in pixels alone. */
    public PrecisionCost(Arithmetic arithmetic, double meanIouPoints, double worstClassPoints) {
        this(arithmetic, meanIouPoints, worstClassPoints, 0);
    }

    /**
     * Whether the arithmetic may be a default: under 0.2 points of mean IoU, 0.3 points on every class and 1 point of F1 on
     * buildings and trees, which are counted by the thousand where pixels are by the million.
     */
    public boolean isAllowed() {
        return meanIouPoints < MEAN_LIMIT_POINTS
                && worstClassPoints < CLASS_LIMIT_POINTS
                && worstObjectPoints < OBJECT_LIMIT_POINTS;
    }
}
