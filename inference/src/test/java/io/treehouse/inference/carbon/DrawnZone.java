package io.treehouse.inference.carbon;

import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.inference.carbon.ClassArea.Source;
import java.util.EnumMap;
import java.util.Map;

/** Zones of tests: one area for each class, with one relative error. */
public final class DrawnZone {
    private DrawnZone() {}

    /** A zone where every class has the same area, with errors that zones share. */
    public static Zone of(String id, double areaM2, double standardErrorM2) {
        return of(id, areaM2, standardErrorM2, 1);
    }

    /** As above, with a correlation between zones. */
    public static Zone of(String id, double areaM2, double standardErrorM2, double betweenZones) {
        AreaErrors errors = new AreaErrors("present", betweenZones, 0);
        Map<SurfaceClass, ClassArea> areas = new EnumMap<>(SurfaceClass.class);
        for (SurfaceClass surface : SurfaceClass.all()) {
            areas.put(
                    surface,
                    new ClassArea(errors.area(surface, id, areaM2, standardErrorM2), areaM2, Source.DESIGN_BASED));
        }
        return new Zone(id, null, 5 * areaM2, areas);
    }
}
