package io.treehouse.inference.classify;

import io.treehouse.datasets.raster.ValueRange;

/**
 * The stretch that brought a tile's values to 0…255.
 *
 * @param low value that became 0
 * @param high value that became 255
 * @param source where the range comes from: {@code type}, {@code full_range}, {@code percentiles} or {@code parameter}
 */
public record AppliedRange(double low, double high, String source) {
    static AppliedRange of(ValueRange range) {
        return new AppliedRange(range.low(), range.high(), range.source().label());
    }
}
