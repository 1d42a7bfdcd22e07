package io.treehouse.model.bundle;

/**
 * What a reduced arithmetic costs in accuracy against f32 on the validation places, averaged over the sets.
 *
 * @param arithmetic the reduced arithmetic
 * @param meanIouPoints loss of mean intersection over union in percentage points; negative if it gained
 * @param worstClassPoints the largest loss of any class in percentage points
 */
public record PrecisionCost(Arithmetic arithmetic, double meanIouPoints, double worstClassPoints) {
    private static final double MEAN_LIMIT_POINTS = 0.2;
    private static final double CLASS_LIMIT_POINTS = 0.3;

    public PrecisionCost {
        if (arithmetic == null || !Double.isFinite(meanIouPoints) || !Double.isFinite(worstClassPoints)) {
            throw new IllegalArgumentException("The cost of a precision needs its arithmetic and two finite losses");
        }
    }

    /** Whether the arithmetic may be a default: under 0.2 points of mean IoU and 0.3 points on every class. */
    public boolean isAllowed() {
        return meanIouPoints < MEAN_LIMIT_POINTS && worstClassPoints < CLASS_LIMIT_POINTS;
    }
}
