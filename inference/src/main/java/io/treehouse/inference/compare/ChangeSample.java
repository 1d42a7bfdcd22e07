package io.treehouse.inference.compare;

import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A sample of points of the compared area, drawn at random within each pair of mapped classes, whose true classes somebody
 * found out for both states. Immutable.
 *
 * @param counts points by what the maps and the reference say
 */
public record ChangeSample(Map<Point, Long> counts) {
    /**
     * A change.
     *
     * @param before class before
     * @param after class after
     */
    public record Change(SurfaceClass before, SurfaceClass after) {}

    /**
     * What is said of a point.
     *
     * @param map by the class maps
     * @param reference by the reference
     */
    public record Point(Change map, Change reference) {}

    public ChangeSample {
        counts = Collections.unmodifiableMap(new HashMap<>(counts));
    }

    /** Points in a pair of mapped classes. */
    long inStratum(Change map) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().map().equals(map))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Points in a pair of mapped classes whose true change is one of those asked for. */
    long count(Change map, Predicate<Change> reference) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().map().equals(map)
                        && reference.test(entry.getKey().reference()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
