package io.treehouse.datasets.raster;

/** How a raster's values become 0…255. */
public sealed interface Scaling {
    /** Chosen by the type and the values of the whole scene; see {@link ValueRange}. */
    record Auto() implements Scaling {}

    /** Values are taken as they are and cut off below 0 and above 255. */
    record None() implements Scaling {}

    /**
     * Linear.
     *
     * @param low value that becomes 0
     * @param high value that becomes 255
     */
    record Range(double low, double high) implements Scaling {
        public Range {
            if (!(low < high) || Double.isInfinite(high - low)) {
                throw new IllegalArgumentException("a range is LOW,HIGH with LOW < HIGH");
            }
        }
    }
}
