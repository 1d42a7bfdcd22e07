package io.treehouse.datasets.raster;

/**
 * The linear stretch from a raster's values to 0…255, one for all three bands so that colours keep their relation.
 *
 * @param low value that becomes 0
 * @param high value that becomes 255
 * @param source where the range comes from
 */
public record ValueRange(double low, double high, Source source) {
    private static final float MIDDLE = 127;
    private static final double WHITE = 255;

    /** Where a range comes from. */
    public enum Source {
        /** 8-bit values as they are. */
        TYPE("type"),
        /** The full range of unsigned 16-bit values. */
        FULL_RANGE("full_range"),
        /** The 1st and 99th percentile of the valid pixels of the whole scene. */
        PERCENTILES("percentiles"),
        /** Given by the caller. */
        PARAMETER("parameter");

        private final String label;

        Source(String label) {
            this.label = label;
        }

        /** Published name, as in answers. */
        public String label() {
            return label;
        }
    }

    /** Values 0…255 as they are. */
    static ValueRange asIs(Source source) {
        return new ValueRange(0, WHITE, source);
    }

    /** Whether 8-bit values stay what they are. */
    boolean isByteRange() {
        return low == 0 && high == WHITE;
    }

    /** The value on the scale 0…255; a scene of one value has no range and becomes medium grey. */
    float apply(double value) {
        if (!(low < high)) {
            return MIDDLE;
        }
        return (float) Math.max(0, Math.min(WHITE, (value - low) * WHITE / (high - low)));
    }
}
