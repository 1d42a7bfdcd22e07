package io.treehouse.datasets.raster;

import java.util.Optional;

/** Watches the valid values of a raster go by, to say afterwards whether they look like imagery. Not thread-safe. */
final class ValueObserver {
    private static final double FEW_LEVELS = 16;

    private double lowest = Double.POSITIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;

    void see(double value) {
        lowest = Math.min(lowest, value);
        highest = Math.max(highest, value);
    }

    /** A warning in words if the values do not fit their type; empty if they look like imagery. */
    Optional<String> warning(ValueRange range) {
        if (lowest > highest) {
            return Optional.empty();
        }
        if (lowest == highest) {
            return Optional.of("All pixels have the same value " + lowest + "; this does not look like imagery");
        }
        boolean asBytes = range.source() == ValueRange.Source.TYPE;
        if (asBytes && highest - lowest < FEW_LEVELS) {
            return Optional.of("The 8-bit values only reach from %s to %s; give scaling=LOW,HIGH to stretch them"
                    .formatted(lowest, highest));
        }
        if (!asBytes && (highest <= range.low() || lowest >= range.high())) {
            return Optional.of("The values from %s to %s lie outside of the range %s to %s that was used"
                    .formatted(lowest, highest, range.low(), range.high()));
        }
        return Optional.empty();
    }
}
