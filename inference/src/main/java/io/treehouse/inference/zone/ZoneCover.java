package io.treehouse.inference.zone;

import io.treehouse.inference.landcover.AreaEstimates;
import io.treehouse.inference.objects.ObjectTotal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The figures of a tile for one zone, the part of it that lies on the tile. Figures of several tiles that do not overlap
 * are added up. Immutable.
 *
 * @param id the zone's identifier in its file, or its number there
 * @param name the zone's name in its file; null if it has none
 * @param shareOnTile share of the zone's area that lies on the tile, 0…1
 * @param classes cover of all classes by their published names, in the order of their codes
 * @param valid pixels with imagery
 * @param nodata pixels without
 * @param objects count and totals of the objects of all classes that lie in the zone by their place, each as a whole; empty where
 *     objects were not looked for
 * @param areaEstimates corrected areas with their uncertainty; null if they cannot be estimated
 */
public record ZoneCover(
        String id,
        String name,
        double shareOnTile,
        Map<String, ZoneClassCover> classes,
        ZoneExtent valid,
        ZoneExtent nodata,
        Map<String, ObjectTotal> objects,
        AreaEstimates areaEstimates) {
    public ZoneCover {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(valid, "valid");
        Objects.requireNonNull(nodata, "nodata");
        classes = Collections.unmodifiableMap(new LinkedHashMap<>(classes));
        objects = Collections.unmodifiableMap(new LinkedHashMap<>(objects));
        if (!(shareOnTile >= 0 && shareOnTile <= 1)) {
            throw new IllegalArgumentException("A share lies within 0…1, not " + shareOnTile);
        }
    }

    /** The same figures with corrected areas. */
    public ZoneCover withAreaEstimates(AreaEstimates estimates) {
        return new ZoneCover(id, name, shareOnTile, classes, valid, nodata, objects, estimates);
    }

    /** The same figures with the objects of the zone. */
    ZoneCover withObjects(Map<String, ObjectTotal> totals) {
        return new ZoneCover(id, name, shareOnTile, classes, valid, nodata, totals, areaEstimates);
    }
}
