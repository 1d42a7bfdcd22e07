package io.treehouse.inference.drift;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What is noted of one tile. Immutable.
 *
 * @param values the features that are known, each finite
 */
public record TileStatistics(Map<TileFeature, Double> values) {
    public TileStatistics {
        values = Collections.unmodifiableMap(new EnumMap<>(values));
        values.forEach((feature, value) -> {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(feature.label() + " cannot be " + value);
            }
        });
    }
}
