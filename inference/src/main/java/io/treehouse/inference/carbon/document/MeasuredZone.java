package io.treehouse.inference.carbon.document;

import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.EnumMap;
import java.util.Map;

/**
 * A zone, or a part of one on one tile, as a document gives it. Immutable.
 *
 * @param id identifier
 * @param name name; null if it has none
 * @param validM2 area with imagery
 * @param seenShare share of the zone that this part shows; 0 if the document does not say
 * @param areas area of every class
 */
public record MeasuredZone(
        String id, String name, double validM2, double seenShare, Map<SurfaceClass, MeasuredArea> areas) {
    /** The zone of which this and another are parts. */
    MeasuredZone plus(MeasuredZone other) {
        Map<SurfaceClass, MeasuredArea> sums = new EnumMap<>(SurfaceClass.class);
        areas.forEach((surface, area) -> sums.put(surface, area.plus(other.areas.get(surface))));
        return new MeasuredZone(id, name, validM2 + other.validM2, seenShare + other.seenShare, sums);
    }
}
